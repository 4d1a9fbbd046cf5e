"""Minutes of made-up councils, each with habits of its own."""

#: RESOLVED lists, numbering through the year, a substitute, appointed members, bound in a pack.
LISTS = """\
AGENDA

6   MINUTES OF THE PREVIOUS MEETING  (Pages 1 - 4)

    To approve the Minutes of the meeting held on 5 June 2025.

WESTMOOR COUNCIL
CHILDREN'S SERVICES SCRUTINY PANEL

MINUTES OF THE MEETING HELD ON 5 JUNE 2025


Present:

Councillors Reed (Chair), Moss (Vice-Chair), Quill,
A Thorn and Mrs Vale

Apologies: Councillor Pike
Appointed Members: Ann Lowe and Peter Crow-
Hill

21. APOLOGIES AND CHANGES IN MEMBERSHIP

The Panel noted the apologies of Councillor Pike and that the Monitoring Officer had
appointed Councillor A Thorn to replace him for the purposes of this meeting.

22. MINUTES OF THE LAST
MEETING

RESOLVED that the minutes of 1 May 2025 be approved and
signed as a correct record.

23. FOSTER CARE: SUFFICIENCY AND POST-
INSPECTION PLAN

The Head of Fostering and the Cabinet Member for Children were in attendance and
addressed the meeting.

The Panel noted:

\u2022 that 3.5 million pounds had been set aside;
\u2022 that households had fallen since
  2023.

RESOLVED

i) That a plan for the recruitment of carers is brought to the Panel in

Page 2



- 6 -


September 2025.

ii) That the costs are set out:
    (a) by year; and
    (b) by kind of placement.

24. MONITORING

The Panel noted the report of the Scrutiny Manager.

DECISION-MAKER:  CHILDREN'S SERVICES SCRUTINY PANEL

SUBJECT: FOSTER CARE

1. RESOLVED that nothing behind the cover is of the minutes.
"""

#: An action column at the right, "Action:" lines, lower-case "Resolved that", officers by name.
ACTIONS = """\
Northbrook Borough Council

Minutes of the Education Overview Committee held on Tuesday 4 March 2025 at 6.30 pm in the
Council Chamber, Town Hall

Members present: Councillors J Ash (Chairman), P Birch, S Cedar and R. Dale (virtual)

Also in attendance:
Councillor L Elm (Cabinet Member for Education)
Jane Fern, Director of Education
Mark Gorse - Head of Admissions (via Teams)

Apologies: Councillor T Heath (Councillor P Birch substituting for Councillor T Heath)

                                                                              Action
1. Declarations of Interest

There were none.

2. School Places

Jane Fern introduced the report. Ms Fern said that places were enough         Director of
in every year but one, and that Mr Gorse would write to members.              Education

Resolved that the forecast be noted and that a
report come back in the autumn.

3. Admissions Appeals

The Committee heard that appeals had fallen.

Action: Head of Admissions to send the figures by ward.

It was agreed that the figures be published every quarter.

The meeting closed at 8.10 pm.

4. Nothing is read behind the close
"""

#: "AGREED to:" with a stem that its list shares, agenda numbers, recorded votes in lists.
AGREED = """\
MINUTES of a meeting of the Families Committee held in the Guildhall, Eastmere on
Thursday, 9 January 2025.

PRESENT: Mr A Reed (Chairman), Mrs B Moss, MBE, Miss C Quill, Dr D Thorn, Mr E Vale, OBE
and Ms F Pike

IN ATTENDANCE: Mr G Lowe (Clerk to the Committee) and Ms H Hill (Director of Families)

UNRESTRICTED ITEMS

101.   Apologies for Absence
       (Item 1)

Apologies were received from Mr J Barrow-
Smith and Mrs K Lane.

102.   Budget of the Service for the Year and
       what follows from it
       (Item 2)

(1)    Mr Reed proposed, and Mrs Moss seconded the motion that the budget be approved.

(2)    The Chairman put the motion in paragraph 1 to the vote and the votes were as
       follows:

For (4)

Mr Reed, Mrs Moss, MBE, Mr Vale, OBE, Ms
Pike

Against (2)

Miss Quill

Abstain (0)

                                                      Motion carried.

(3)    The Committee AGREED to:

       (a) approve the budget;
       (b) delegate small changes to the Director; and
       (c) receive a report in July.

103.   Home to School Travel
       (Item 3)

The Committee RESOLVED (unanimously) that (i) the policy be adopted; and (ii) it be reviewed
in 2027.

RESTRICTED ITEMS

104.   Purchase of a Home
       (Item 4)

RESOLVED that the purchase be approved.
"""

#: Numbered paragraphs 5.1, 5.2 under bare numbers, "RESOLVED:" among them, a table of votes.
PARAGRAPHS = """\
# Southgate Council

## Minutes of the Children and Young People Commission

Date: 14 October 2024

Time: 7.00pm

Venue: Committee Room 2, Civic Offices

**Present:** Cllr Ash (in the Chair), Cllr Birch and Cllr Cedar

**Substitutes:** Cllr Dale (substitute for Cllr Elm)

**Co-opted Members:** Ruth Gorse (Church Representative)

**Officers in attendance:** Director of Children's Services; Scrutiny Officer

### 4 Apologies for absence

4.1 Apologies were received from Councillor Elm.

### 5 Early Help

5.1 The Commission noted that demand had grown by 5.2 per cent.

5.2 RESOLVED:

1. That the strategy be noted.
2. That a visit to a family hub be arranged, the visit to be:
   - in term time
   - open to every member

5.3 The Chair thanked officers.

### 6 Motion on School Meals

6.1 A recorded vote was taken on the recommendation to Cabinet.

| Member | For | Against | Abstain |
|--------|-----|---------|---------|
| Cllr Ash | X | | |
| Cllr Birch | X | | |
| Cllr Cedar | | X | |
| Cllr Dale | | | X |
| Total | 2 | 1 | 1 |

Motion carried

6.2 RESOLVED: That Cabinet be asked to report.
"""

#: Blocks of "Decision" and "Reason", items worded "Item 3:", votes in one line, an exempt title.
DECISIONS = """\
Harrowdale District Council
Scrutiny Board (Children)
Minutes - 20 November 2025

Present
Councillor P Quill (Chair)
Councillor S Moss
Councillor D Reed

Apologies for absence
Councillor E Vale

Item 1: Minutes

Decision
That the minutes of 16 October 2025 be confirmed.

Item 2: Attendance at School

Members discussed the figures.

Leader of the Labour Group Councillor Reed spoke of the cost.

Child B was moved twice in a year.

Decision:
1. To note the report
2. To ask the Director to publish attendance
   by school type

Reason for the decision: To keep the matter under review.

For: Councillors Quill and Moss (2). Against: Councillor Reed (1). Abstain: none.
Motion carried.

Item 3: Contract (Exempt)

Decision
To award the contract.

Item 4: Date of Next Meeting

18 December 2025.
"""
