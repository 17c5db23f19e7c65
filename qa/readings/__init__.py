"""What a question may mean: logical forms with its names in their places."""
