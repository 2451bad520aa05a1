"""Personal data out of a message before it goes anywhere."""

from bot.privacy.mask import Mask, load_mask

__all__ = ["Mask", "load_mask"]
