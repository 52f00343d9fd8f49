"""The reflection handbook: from portfolios and practice descriptions to a site.

The data goes one way, and each room of this package knows only the rooms before it:
model, loading, checking, publishing, viewing, rendering, writing, cli.
"""
