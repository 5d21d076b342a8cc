"""From a selection and a template to a Letter."""
