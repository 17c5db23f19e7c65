"""Yes or no: whether the answer affirms or denies what the question says, in the way that it says it."""
