"""What a family tells, each answer written once: one frozen dataclass a subject, whose types carry the codes and when it is asked."""
