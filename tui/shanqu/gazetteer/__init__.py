"""What the rules read: places and former names, zones, industries, titles, units, indicators.

Importing this package reads nothing; every loader reads its own file once, when first asked.
"""

from shanqu.gazetteer.places import Place, counties, place_by_code, prefectures, province, resolve

__all__ = [
    "Place",
    "counties",
    "place_by_code",
    "prefectures",
    "province",
    "resolve",
]
