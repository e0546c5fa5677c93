"""Whether a council of a file stands under its own name.

The names themselves are not here: the product knows no council. Each is kept as a fingerprint beside the number by
which DfE knows the council, which is enough to notice another name, and of no use for anything else.
"""

from typing import Final
from zlib import crc32

_FINGERPRINTS: Final = """
    201:6d2882d3 202:a84e1803 203:a96d618e 204:688ff550 205:487c2635 206:4e6eb2af 207:d1ad6cea
    208:6bc4ccab 209:30309125 210:5b28cd4b 211:33286044 212:b38cf79c 213:83932c92 301:aa02f1bd
    302:9b9df0c3 303:7c951eb4 304:c72d6ee4 305:aaa2bc98 306:a4814b11 307:545b6e47 308:247659cf
    309:c761f379 310:4cdc3081 311:90aa7deb 312:fdcc8b77 313:8b0ac1a2 314:80966726 315:8977d380
    316:2a8b773c 317:85e5154b 318:56a6ab1d 319:f5207835 320:30f3b10d 330:2b38b643 331:8fb6a2da
    332:d0e3820c 333:f8be4b8c 334:0985b1d2 335:59a7e949 336:12a81152 340:7118dc76 341:cb4de1e0
    342:80e0d9ff 343:6fd070a3 344:9aca2f6c 350:82575958 351:76b337fd 352:856fa076 353:ae6b3e99
    354:213c2699 355:1a2bf010 356:fa657303 357:7ef24514 358:107327b2 359:914b9753 370:4aa75302
    371:11f4a00f 372:d623fbf7 373:342cef53 380:d0674c7e 381:f748c149 382:49991c66 383:d158c28a
    384:a024ac87 390:3860030b 391:41af6573 392:7d24169a 393:d8f4b322 394:e36a2e5a 420:1868781b
    800:53216fe5 801:4286d132 802:2fdd94a9 803:15edac8a 805:739c9996 806:1977f2bd 807:7cc6426d
    808:84db09b1 810:98af7148 811:63056111 812:fb661911 813:4de4201d 815:9b751c87 816:13a3b08d
    821:1c57e940 822:70636ebd 823:534d45a5 825:50bcc182 826:ddf1b179 830:9b69a790 831:4ece7226
    835:e60a9d9c 836:2a6fe2e2 837:4a595c93 838:e60a9d9c 839:8aacfec0 840:a9af315b 841:293f4988
    845:0e759898 846:f4bac00a 850:59760e8f 851:fa47167b 852:52e27a62 855:bb4f8bcf 856:0bcb8691
    857:f7dff759 860:38cc67f1 861:1a00a1ca 865:c40cd138 866:d11cdcea 867:c96598cb 868:a5587993
    869:844f8048 870:0ea7c5dd 871:3fb01852 872:d6691786 873:e681f14f 874:5f3ddbf5 876:9cfcc45f
    877:d24794f0 878:7fba2170 879:08d8fdbd 880:e2e5eff9 881:3f589fb3 882:60678a88 883:c2e76bb4
    884:59ff1343 885:d510a39a 886:8f5bfae7 887:e313cdd3 888:b7b4194e 889:3fc415f7 890:52bf80b8
    891:16345c9e 892:7637ffdd 893:e98cea5e 894:d916fc5b 895:6125db3b 896:c95e56a8 908:ed977367
    909:9a129d82 916:12f43b0b 919:e8f02c04 921:14812b2e 925:9ff1dc52 926:bd0667c3 928:ae2e4528
    929:893ce7fd 931:22be6421 933:feae6720 935:8c228a72 936:adfa3616 937:f4ecee23 938:f10445e8
    940:8eefd21b 941:e606649a 942:299b9d6b 943:d3554754
"""
_OF_NUMBERS: Final = dict(pair.split(":") for pair in _FINGERPRINTS.split())


def is_known_name(number: str, name: str) -> bool:
    """Tell whether a council's name is the one that DfE publishes it under; any name will do for an unknown number."""
    return _OF_NUMBERS.get(number, fingerprint(name)) == fingerprint(name)


def fingerprint(name: str) -> str:
    """Give a name's fingerprint."""
    return f"{crc32(name.encode()):08x}"
