"""What a handbook is. Imports nothing of ours."""
