"""The programme in the facilitator's window: the plan as a list and a strip, forms to change it, and today's line."""
