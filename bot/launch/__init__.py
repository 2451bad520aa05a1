"""From a folder of files to Balise running: folders and secrets, training, three processes watched."""

from bot.launch.home import setup
from bot.launch.progress import LaunchError
from bot.launch.supervise import serve
from bot.launch.training import train

__all__ = ["LaunchError", "serve", "setup", "train"]
