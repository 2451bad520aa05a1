"""The subcommands of `balise`, one module each: `add_to` declares it, `run` does it."""
