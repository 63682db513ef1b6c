"""Questions that are asked of parties: their answers, what comes of them, and how both are drawn."""
