"""The Administration page: people, roles, rules, the journal, backups and keys."""
