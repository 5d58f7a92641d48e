"""The attorney's desk: the report on the law data, signatures, and the record of what every text said."""
