"""Which reading is meant, whether that is sure enough to answer, and what is said where it is not."""
