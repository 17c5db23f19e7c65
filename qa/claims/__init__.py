"""Statements between two names: found in a question, argued for or against, and what is stated instead."""
