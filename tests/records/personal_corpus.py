"""Sentences as people write them in case notes and in reports, invented throughout: what the guard is measured on.

Numbers are of ranges that are kept for stories, or have only the form of real ones. Some are written so that no
pattern finds them; they stay, because the share that is found is the measure.
"""

EMAIL = """\
Please send the minutes to karen.whitfield@example-council.gov.uk by Friday.
Mum can be reached on sunflower_mum82@example.com in the evenings.
Her personal address is j.okafor+school@example.co.uk and she reads it daily.
The carer (tara-d@fostering.example.org) asked for a call back.
Reply to: DPO@EXAMPLE.GOV.UK
mailto:duty.team1@example.nhs.uk was copied in
Contact details: liam_90@mail.example.net; no phone.
""".splitlines()

TELEPHONE = """\
Grandmother's mobile is 07700 900123 and she prefers texts.
Ring the foster carer on 01632 960 765 before visiting.
Dad's new number: 07700900456.
You can reach the placement on (01632) 960987 after 6pm.
Tel. +44 7700 900 789
The school office, 0161 496 0345, confirmed the absence.
Call 0044 1632 960001 for the children's home.
Mobile: 07700-900-321
emergency contact 020 7946 0958 ext 12
""".splitlines()

POSTCODE = """\
The family moved to MK40 3JT in March.
The home is near LU7 4QP, next to the park.
Placed at an address in PE28 9ZX.
Postcode: w1a 0ax
the flat (sw1p3eu) was unfurnished
Born and raised in B33 8TH.
They live at EC1A 1BB with their aunt.
""".splitlines()

ADDRESS = """\
The children live at 27 Larchwood Crescent with their grandparents.
He was found at 114 London Road on Tuesday night.
Visit due at Flat 2, 9 Castle Street.
She moved to 6a Mill Lane last year.
The placement at 31 Queens Park Avenue ended in May.
Home address: 8 The Green, Wootton
They stayed at 45 Elm Close for two weeks.
Her father rents 3 Station Terrace.
Police attended 17 St Peter's Street.
Staying with an aunt at 12-14 Bridge Road.
An unregistered home at 59 Beech Drive was closed.
""".splitlines()

NUMBER = """\
His NHS number is 943 476 5919.
NHS No: 4010232137
NHS 401 023 2137 was used to match records.
UPN A801200001001 moved school twice.
The pupil with UPN H801200001001 has a plan.
National Insurance number AB123456C was on the form.
NINO: CE 12 34 56 D
Her NI number, JG103759A, is needed for the claim.
NHS number 401-023-2137, surgery unknown
ULN 1000000043 was not found.
""".splitlines()

CASE = """\
Case number 2287451 was closed too early.
See case ref LL-88213 for the chronology.
Mosaic ID 445120 shows three referrals.
The Liquidlogic number 9007731 was quoted.
Child ID: 120045
ICS no. 5567123 had no supervision record.
Family court case ZE21C00451 is listed for June.
Reference no: SG/2024/0187 (child protection)
Client reference CP12345 reviewed
File number 77/10442 was missing pages.
Record 4471902 shows the decision.
The auditor sampled case 30871.
person number 8812340 was merged
Court reference LU22P00312 gives the order.
""".splitlines()

BIRTH = """\
The eldest was born on 14 February 2010.
DOB 03/11/2014, subject to a plan.
d.o.b: 3-11-14
Date of birth: 2012-07-30.
He was born 5th August 2009 in Luton.
Born on the 2nd of June, 2016, she entered care at birth.
His birthday is 9 March 2013.
The baby was born in September 2023.
Child A (DOB: 21.04.2011) went missing.
Twins born 1 Jan 2018 were placed apart.
date of birth 4 May 2011 recorded wrongly
She was born on 30/09/2008.
""".splitlines()

AGE = """\
A 15-year-old girl was missing for nine days.
One boy, aged 13, had four placements in a year.
The 16-year-old told inspectors that nobody visited.
A boy of 14 slept in a hotel for a week.
His 6-year-old brother stayed at home.
She was 12 when she first went missing.
He is 17 and lives in a caravan.
A seventeen-year-old was placed in bed and breakfast.
The girl, 11, was excluded twice.
A mother aged 19 said that she felt judged.
Jayden, 14, was arrested.
One child was just seven years old.
A 14 yr old boy absconded.
A baby aged 8 months was injured.
Their daughter, aged ten, has a plan.
The teenager, 16, refused to return.
Two brothers aged 4 and 6 were separated.
A thirteen year old girl waited 40 weeks.
The child (aged 9) was not seen alone.
an unaccompanied 16yo arrived in Bedford in May
The young person turned 18 in a hostel.
""".splitlines()

NAME = """\
Mrs Patel praised the social worker.
Mr. David Harrington attended the review.
Dr Amira Siddiqui examined the child.
Ms T. Baptiste was the allocated worker.
The judge thanked Miss Lowe.
Cllr Rob Penfold visited the home.
Councillor Anne-Marie Dodd asked about it.
Sir Graham Tully chaired the board.
Foster carers Mr and Mrs Adeyemi gave notice.
Professor Lindqvist reviewed the case.
According to Mr O'Connell, nobody called.
MRS HUGHES COMPLAINED IN MAY
Rev Simon Achebe offered a room.
Her solicitor, Ms van der Berg, objected.
Social worker Mx Ellis left in June.
Baroness Thornhill-Gray opened the centre.
District Judge Farrow made the order.
""".splitlines()
SEVERAL_KINDS = """\
The review of T's plan was sent to his gran at 5 Woburn Road.
Contact Ms J Holloway about the allegation.
A nine-year-old boy told staff he was hungry.
Her mum, Mrs D'Souza, was not invited.
The 12-year-old had run away eleven times.
NHS no. 943 476 5919 appears twice in the file.
phone 07911 123456
Text him on +447700900111.
Social worker's email: amy.chen@example.gov.uk.
Lives with dad at 102b Ampthill Street
MK42 9AB is the nursery's postcode
DOB is 17/06/2013
A girl aged 15 was found in London.
Sibling group: twins born 12 January 2019.
Case no 7781204.
Mosaic no. 556231
She is only 13.
The lad, 17, now has a flat.
His grandfather Mr Kowalczyk offered a home.
PC Dr H. Mbeki signed it.
QQ123456C is a sample but NI number AB 12 34 56 D is not
Cllr. J. Hackett
one 17-year-old care leaver slept rough
Tyler (15) told us
The boy was 10 when he came into care.
Born: 4 July 2015
Case ID 4410
Case Number: BED/22/1041
Flat 14, Tower Court, Bromham Road
Miss Emily Stone
Foster carers live at 77 Haylands Way.
aged 14, the boy was placed in Kent
""".splitlines()

PERSONAL = {
    "email": EMAIL,
    "telephone": TELEPHONE,
    "postcode": POSTCODE,
    "address": ADDRESS,
    "number": NUMBER,
    "case": CASE,
    "birth": BIRTH,
    "age": AGE,
    "name": NAME,
    "": SEVERAL_KINDS,
}
"""By the kind that must be found; any kind will do for the last."""

ORDINARY = """\
Children in care had 3 or more placements in 11% of cases in 2024-25.
The council has 312 children in care and 247 care leavers.
Ofsted visited from 14 to 18 July 2025 and published on 3 September 2025.
Inspectors found that 16- and 17-year-olds who are homeless wait too long.
Every 16-year-old in care should have a pathway plan.
A 17-year-old can apply for a bus pass.
Children aged 5 to 11 waited longest.
Young people aged 18 to 25 may ask for a personal adviser.
Care leavers aged 21 and over can ask for help until they turn 25.
The service answers calls 24 hours a day, 7 days a week.
Call 999 if a child is in danger now.
Childline is 0800 1111 and free.
Ring 116 000 for missing people.
Paragraph 14 of the report says that visits are regular.
Section 20 of the Children Act 1989 covers accommodation.
Regulation 44 visits took place each month.
Form A1 must be returned by 31 March 2026.
The audit looked at 24 cases in May 2025.
Case loads fell from 23.6 to 15.9.
Case summaries are up to date.
In most cases plans are reviewed in time.
The case for more homes in the borough is strong.
Caseloads above 18 are reviewed weekly.
The number of referrals rose by 1,204 to 5,612.
Spending was £14,203,118 in 2023-24.
The contract is worth £1,250,000 over 5 years.
There were 10 homes, 4 of them outside the borough.
A child waited 12 weeks for an assessment.
The oldest plan was 14 months old.
The building is 30 years old.
The youngest children, those under 5, were seen first.
Half of those who were 16 or 17 had no adviser.
The panel meets on the first Monday of the month.
The strategy runs from 1 April 2025 to 31 March 2028.
The director started on 1 June 2024.
The service was born in 2015 out of two teams.
Children born abroad often need interpreters.
Give your date of birth when you apply.
Bring proof of your date of birth and address.
Birth parents are offered counselling.
The birth rate fell by 3% between 2015 and 2020.
Foster carers receive £171 to £299 a week, depending on the child's age.
You must be at least 21 and have a spare room.
You can foster if you are single, married, over 60 or renting.
Staying Put lets young people remain until 21.
Bedford Borough Council is one of 153 councils.
The region's average is 61.2 per 10,000 children.
The rate was 57 per 10,000, against 70 in England.
ONS code E06000055 stands for the borough.
Statistical neighbours are 10 similar councils.
Quartile B runs from 25 to 50.
Figures for 2019 to 2021 are not comparable.
The 2-year-old check reached 81% of families.
The 3- and 4-year-old entitlement is 15 hours.
Year 11 pupils in care had 5 good GCSEs in 12% of cases.
Key Stage 2 results improved by 4 points.
Ward panels cover the area in 3 districts.
The Mayor and the Portfolio Holder received the report.
The Lead Member asked 6 questions.
The Chief Executive and the Director of Children's Services met weekly.
The Principal Social Worker leads practice weeks.
A doctor must see the child within 20 working days.
Miss one visit and it is rescheduled within 5 days.
Dr is not a word we use for social workers.
The Honourable Mrs Justice is a form of address.
Sir or madam, this is a template.
The Laming report shaped the law.
The High Street office is open 9am to 5pm.
The bus stops in Station Road and London Road.
Offices are in the town centre, on the second floor.
Take the A421 to junction 13 of the M1.
Room 12, Borough Hall, is where the panel meets.
The 20 Minute Neighbourhood is a planning idea.
There are 8 Family Hubs in the borough.
In 2022, 14 Park rangers were trained.
Two Way Street is the name of a programme.
Tier 2 services are for families who need early help.
Stage 2 complaints took 71 days.
Step 3 is an assessment of your home.
Standard 5 asks for a plan within 10 days.
Outcome 4 of the national framework is about belonging.
Version 2.1 was published on 4 May 2024.
The URN of the inspection is 80428.
File 50285308 is the report of 2025.
The ISBN is 978 0 11 322456 1.
Sort the list by the number in column 3.
The reference date is 31 March of each year.
Reference tables are on the department's website.
Write to the council at Borough Hall.
The e-mail address is on the contact page.
Use the form; do not send e-mail.
The letters were sent to 1,140 homes.
Three children under one were in care.
One in four children had moved school.
Nine out of ten visits were on time.
Boys aged 10 to 15 are most often missing.
Girls and boys were missing equally often.
A girl is as likely as a boy to go missing.
The boys' group meets on Tuesdays at 4.
Brothers and sisters should live together.
The father's views were recorded in 62% of plans.
The mother and baby unit has 6 places.
She or he may bring a friend.
The worker said that he was 2 weeks late.
He was in 3 homes within a year, the report says of no one in particular.
A child who is 16 or 17 can be detained.
When the young person is 18, support goes on.
Young people turning 18 need a home.
Someone aged 18 or over is an adult.
If you are 15, you can ask for an advocate.
At 16, 17 and 18 the rules differ.
Children's homes took 2, 3 or 4 children each.
In May, 14 children were missing.
In Bedford, 12 of 15 homes were good.
For England, 14, for the region, 12.
Ofsted, 2025, paragraph 9.
On Friday, 4, 5 and 6 were ticked.
Table 3, 4, and 5 show the trend.
Grade 3, requires improvement, is the second lowest.
Form 1234567890 is the order number of a leaflet.
The charity number is 1136774.
The company number is 07562394.
VAT number 123 4567 89 is the supplier's.
The grant code is LA-2025-114.
Budget line 400231 covers agencies.
Agency staff fell from 46% to 31%.
The median wait was 32 days (range 4 to 190).
At 31 March 2025, 57 of 61 were in time.
Population estimates are by the Office for National Statistics.
Open 8:30 to 17:00, Monday to Friday.
The meeting of 12/03/2025 was minuted.
Updated 2025-10-01.
Data for Q2 2025-26 will follow in January 2026.
The plan has 6 priorities, 24 actions and 80 milestones.
Action 14 was completed in June 2025.
The report names three priorities.
A judge makes the order after 26 weeks.
Judge-led hearings are held monthly.
Mayor's question time is public.
Reverend, imam and rabbi may all visit.
Professor is a title of universities.
Councillors sit on the corporate parenting board.
A councillor chairs each panel.
Baby boxes reach 300 families a year.
The toddler group is for those aged 1 to 3.
Teenagers, parents and carers were asked.
Pupils with special needs: 14% of all.
One pupil in six has support.
The lads' club was closed.
The daughter project is named after a charity.
Sons and daughters of foster carers have their own group.
He or she is 18 or over at the time.
This is one 5-year-old programme that ended in 2024.
The one-year-old scheme continues.
The 14-year-old agreement with the trust was renewed.
This 10-year-old policy is out of date.
The 25-year-old building will be sold.
Child Protection Conference 2025 is on 4 June.
Person-centred plans were used in 80%.
Client satisfaction was 4.2 out of 5.
ICS stands for integrated children's system.
Mosaic and Liquidlogic are case systems.
The record shows 1,200 visits in 2024.
File audits rose to 104 in 2024.
Referral rates fell to 412 per 10,000.
Pupil numbers reached 28,400 in 2024.
The pupil premium is £2,570 for each child in care.
Number 10 announced the reform.
Number of children: 312.
Person specification 3 is essential.
Reference group 2021 met twice.
Child benefit is £26.05 a week.
The 2011 Census and the 2021 Census differ.
Born Into Care is a research series.
Under 18s: 41,000.
Aged debt fell by 12%.
Ages are in whole years.
Age 16 to 18 apprenticeships rose.
Ofsted judged the service as requires improvement in July 2025.
We will publish figures again in January 2027.
The duty team handled 6,204 contacts between April and June.
A social worker has 15.9 children on average.
The council will open 2 homes with 4 places each by March 2027.
Anyone aged 10 or over can be charged with an offence.
Young carers aged 5 to 17 have a right to an assessment.
Some 16-year-olds live on their own.
At 18 a young person leaves care.
From the age of 16 you can register with a doctor.
The nine-year-old framework was replaced in 2023.
Inspectors spoke with 42 children and 18 carers.
Children's Commissioner, 2024, page 12.
The 12-month target was missed.
Fewer than 6 children; the number is hidden.
Between 2019 and 2024 it rose from 41 to 63.
A child has 1 plan, 1 worker and 1 review every 6 months.
If a child is 16, their view must be asked.
Help is free for all under 25s.
The front door is at 01234 number; see contacts.
Rates are per 10,000 aged 0 to 17.
One child in 12 has a plan.
Mr, Mrs, Ms, Mx and Dr are options on the form.
The Family Court took 41 weeks.
The Court of Appeal decided in 2019.
See page 9, Road safety.
The 5 Year Forward View.
Walk 20 minutes a day.
No 5 in the list is the longest wait.
Bedfordshire Police, 2023, 14 pages.
The response took 28 days, against a target of 20.
The Young Person's Guide is 24 pages.
Of 57 cases, 12 were urgent.
The audit of case 1 to case 20 found good practice.
She or he may bring a friend who is 18 or older.
Mother tongue lessons run on Mondays.
In total, 312.
0.4 percentage points
2,345,678 people
Reviewed on 22 November 2026; next review 22 May 2027.
Teams 1, 2 and 3 merged.
Version 3, May 2025, 14 pages
""".splitlines()
