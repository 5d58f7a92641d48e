"""What was told in one task is not asked again in another: it is known there, or shown, or stands in the box to be kept or changed."""
