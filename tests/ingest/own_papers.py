"""Papers of Westmoor as text: an agenda with a report, minutes, a tracker."""

from __future__ import annotations

SHEET = """\
WESTMOOR COUNCIL

ADULTS SCRUTINY PANEL

Wednesday, 16 July 2025 at 6.00 pm

Committee Room 2, Town Hall

This meeting is open to the public

AGENDA

1 APOLOGIES

2 MINUTES OF THE PREVIOUS MEETING (Pages 1 - 4)

3 HOME CARE PERFORMANCE (Pages 5 - 12)

Report of the Director of Adult Care on performance.

Tuesday, 8 July 2025

"""

TABLE = """\
Performance of home care

Indicator Apr-24 May-24 Jun-24 Jul-24 Aug-24 Sep-24 Target
Percentage of visits on time 81% 83% 84% 85% 86% 87% 90%
Number of people waiting 120 118 131 140 141 142 100
Number of people served 1,200 1,180 1,310 1,311 1,312 1,313 1,000
"""

REPORT = (
    """\
DECISION-MAKER: ADULTS SCRUTINY PANEL
SUBJECT: HOME CARE PERFORMANCE
DATE OF DECISION: 16 JULY 2025
REPORT OF: DIRECTOR OF ADULT CARE

RECOMMENDATIONS:

(i) That the Panel considers and challenges performance.

REASONS FOR REPORT RECOMMENDATIONS

1. The Panel asked for figures every quarter.

"""
    + TABLE
)

PACK = SHEET + REPORT

MINUTES = """\
WESTMOOR COUNCIL

ADULTS SCRUTINY PANEL

MINUTES OF THE MEETING HELD ON 16 JULY 2025

Present: Councillors Ash (Chair) and Birch

Apologies: Councillor Cedar

11. APOLOGIES

The apologies of Councillor Cedar were noted.

12. MINUTES OF THE PREVIOUS MEETING

RESOLVED that the minutes of 4 June 2025 be approved as a correct record.

13. HOME CARE PERFORMANCE

The Panel considered the report of the Director of Adult Care.

RESOLVED:

(i) That the Director provides waiting times by ward to the next meeting.
(ii) That an audit of missed visits is undertaken.
"""

TRACKER = """\
# Monitoring scrutiny recommendations

| Date | Title | Action proposed | Action Taken | Progress Status |
| --- | --- | --- | --- | --- |
| 16/07/25 | Home care performance | 1) That an audit of missed visits is undertaken. | \
The audit is planned for October. | In progress |
"""
