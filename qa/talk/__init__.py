"""More than one question: follow-ups in a conversation, and several questions in one message."""
