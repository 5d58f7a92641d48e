"""The rules: small functions from facts and a day to findings. One module a topic; `law.findings.found.found` has them all."""
