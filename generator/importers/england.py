"""The numbers by which DfE's older tables know councils and regions, and the national codes that they stand for.

Only codes: names are always taken from the file that is read, and nothing is ever joined on a name. A council
that is made or renumbered after this table was written is reported by the importer, not guessed.
"""

from typing import Final

ENGLAND_NUMBER: Final = 970
ENGLAND_CODE: Final = "E92000001"

_SERIALS: Final = {
    "E06": """420:53 800:22 801:23 802:24 803:25 805:1 806:2 807:3 808:4 810:10 811:11 812:12 813:13 815:65 816:14
        821:32 822:55 823:56 825:60 826:42 831:15 836:29 837:28 838:59 839:58 840:47 841:5 846:43 851:44
        852:45 856:16 857:17 861:21 865:54 866:30 867:36 868:40 869:37 870:38 871:39 872:41 874:31 876:6
        877:7 879:26 880:27 882:33 883:34 884:19 887:35 889:8 890:9 892:18 893:51 894:20 895:49 896:50
        908:52 921:46 929:57 933:66 940:61 941:62 942:63 943:64""",
    "E08": """330:25 331:26 332:27 333:28 334:29 335:30 336:31 340:11 341:12 342:13 343:14 344:15 350:1 351:2
        352:3 353:4 354:5 355:6 356:7 357:8 358:9 359:10 370:16 371:17 372:18 373:19 380:32 381:33 382:34
        383:35 384:36 390:37 391:21 392:22 393:23 394:24""",
    "E09": """201:1 202:7 203:11 204:12 205:13 206:19 207:20 208:22 209:23 210:28 211:30 212:32 213:33 301:2 302:3
        303:4 304:5 305:6 306:8 307:9 308:10 309:14 310:15 311:16 312:17 313:18 314:21 315:24 316:25 317:26
        318:27 319:29 320:31""",
    "E10": """830:7 835:9 845:11 850:14 855:18 860:28 873:3 878:8 881:12 885:34 886:16 888:17 891:24 909:6 916:13
        919:15 925:19 926:20 928:21 931:25 935:29 936:30 937:31 938:32""",
}
"""The council's number before the colon, the end of its national code after it, under the code's beginning."""

COUNCIL_CODES: Final = {
    int(number): f"{kind}{int(serial):06}"
    for kind, pairs in _SERIALS.items()
    for number, serial in (pair.split(":") for pair in pairs.split())
}
ABOLISHED: Final = frozenset({835, 836, 837, 909, 928})
"""Numbers of councils that were replaced by others in 2019, 2021 and 2023; their successors have numbers of their own."""

OTHER_CODES: Final = {
    "E10000023": "E06000065",
    "E10000027": "E06000066",
    "E10000002": "E06000060",
    "E06000048": "E06000057",
    "E08000020": "E08000037",
    "E08000038": "E08000016",
    "E08000039": "E08000019",
}
"""Other codes of a council, with the one it has here.

The first three are from before a reorganisation, the next two from before a boundary was redrawn. The last two are newer, from a redrawn boundary: most publications,
and Ofsted's list of inspections, still use the older ones, so those are the ones that things are joined on.
"""

REGION_CODES: Final = {
    980: "E12000001",
    981: "E12000002",
    982: "E12000003",
    983: "E12000004",
    984: "E12000005",
    985: "E12000006",
    986: "E12000007",
    987: "E13000001",
    988: "E13000002",
    989: "E12000008",
    990: "E12000009",
}
PARTS_OF_LONDON: Final = frozenset({987, 988})
"""Published beside the nine regions, and already counted in one of them: regions are never added up."""
NINE_REGIONS: Final = frozenset(REGION_CODES) - PARTS_OF_LONDON

AREA_CODES: Final = {ENGLAND_NUMBER: ENGLAND_CODE, **REGION_CODES, **COUNCIL_CODES}
_NUMBERS: Final = {code: number for number, code in AREA_CODES.items()}


def one_code(code: str) -> str:
    """Give the one code that a council has here, for the code that it has in any publication."""
    return OTHER_CODES.get(code, code)


def number_of(code: str) -> int | None:
    """Give DfE's number for a national code, old or new; None when the code is not in the table."""
    return _NUMBERS.get(one_code(code))
