"""Which recommendations, evidence, cases and names one reader may and should see, and why."""
