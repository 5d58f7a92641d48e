"""Which papers a case allows, what stands in them, and how they become Word files, PDFs and previews."""
