"""docassemble's web application with what families do not use closed."""
