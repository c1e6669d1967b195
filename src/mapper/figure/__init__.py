"""Figures for print and post: the same input gives the same bytes."""
