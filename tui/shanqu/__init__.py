"""shanqu (山区): a terminal browser for scraped articles about Zhejiang's mountain counties."""

__version__ = "0.1.0"
