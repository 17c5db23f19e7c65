"""What was learnt from examples: the encoder of questions, the model of wordings, fitted weights."""
