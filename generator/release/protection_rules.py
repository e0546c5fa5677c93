"""`data/protection.json`: by which rules small numbers of people are hidden, and in which figures, for anybody to check."""

import json

from generator.figures import Publication


def protection_rules(publication: Publication) -> str:
    """The rules as JSON: the policy's numbers, and every indicator that it guards."""
    content = publication.content
    policy = content.council.disclosure
    guarded = [one for one in content.indicators if policy.protects(one.counts, published_elsewhere=one.published_elsewhere)]
    document = {
        "threshold": policy.hidden_up_to,
        "rounded_to": policy.rounded_to,
        "zeros_shown": policy.zeros_shown,
        "keep": policy.keep,
        "published_elsewhere": policy.published_elsewhere,
        "indicators": {
            one.id: {"counts": one.counts.value} | ({"adds_up_to": one.adds_up_to} if one.adds_up_to else {}) for one in guarded
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
