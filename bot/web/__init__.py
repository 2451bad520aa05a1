"""The gateway: the page, the API, the guarantee. The only package that imports Flask."""

from bot.web.app import create_app

__all__ = ["create_app"]
