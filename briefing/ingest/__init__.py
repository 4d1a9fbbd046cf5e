"""Reading packs: from published documents to parsed meeting data.

The way of a document: a file is read (``read``) into a :class:`~briefing.ingest.page.Source` of
positioned lines; recognisers (``recognise``), each alone, find the parts of a pack in it
(``parts``); ``records`` turns the parts into rows of the store, each with its place.
"""
