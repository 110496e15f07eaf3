"""The command line: one more face over `services`, without Qt."""
