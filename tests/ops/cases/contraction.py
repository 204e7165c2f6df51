"""Einstein summation of two arrays."""

from autograd.ops import contraction
from tests.ops.cases.case import case, normal

SUBSCRIPTS = [
    ("ij,jk->ik", (2, 3), (3, 4)),
    ("ij,jk->ki", (2, 3), (3, 4)),
    ("ji,kj->ik", (3, 2), (4, 3)),
    ("bij,bjk->bik", (2, 2, 3), (2, 3, 4)),
    ("bqhd,bkhd->bhqk", (2, 3, 2, 4), (2, 5, 2, 4)),
    ("bi,bi->b", (3, 4), (3, 4)),
    ("i,i->", (3,), (3,)),
    ("bij,bj->bi", (2, 3, 4), (2, 4)),
    ("bj,bji->bi", (2, 4), (2, 4, 3)),
    ("ij,j->i", (2, 3), (3,)),
    ("j,ji->i", (3,), (3, 2)),
    ("i,j->ij", (2,), (3,)),
    ("i,j->ji", (2,), (3,)),
    ("ij,ji->ij", (2, 3), (3, 2)),
    (",ij->ji", (), (2, 3)),
    ("ijk,kjl->il", (2, 3, 4), (4, 3, 2)),
    ("ij,jk->ik", (2, 0), (0, 4)),
    ("ij,jk->ik", (0, 3), (3, 4)),
]
CASES = [
    case(
        contraction.einsum,
        normal(*a),
        normal(*b),
        torch=lambda torch, *xs, subscripts=subscripts: torch.einsum(subscripts, *xs),
        subscripts=subscripts,
    )
    for subscripts, a, b in SUBSCRIPTS
]
