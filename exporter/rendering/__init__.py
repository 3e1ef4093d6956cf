"""Compositions into artifacts, a function a channel, in one table: `rendering.renderers.RENDERERS`."""
