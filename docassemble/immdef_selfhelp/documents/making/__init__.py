"""How a paper is made: from its context through its Word template to Word, PDF and preview, in memory."""
