"""Two thin writers of the same list of outputs: a MkDocs plugin, and an export without MkDocs."""
