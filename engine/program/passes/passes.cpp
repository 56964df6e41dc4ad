// Which passes there are, in their order, and why each is worth having.
#include "engine/program/passes/passes.h"

namespace scantling {

const std::vector<Pass>& all_passes() {
    static const std::vector<Pass> list{
        {"fold_constants", "a parameter or `let` often decides a condition before any fact is read", passes::fold_constants},
        {"cancel_negations", "`forbid not x` and inlined functions leave double negations", passes::cancel_negations},
        {"flatten", "one loop over many operands is cheaper than a tree, and `a and (b and c)` equals `(a and b) and c`", passes::flatten},
        {"merge_memberships", "`x == a or x == b` is one look into a set", passes::merge_memberships},
        {"simplify_patterns", "a glob without wildcards is equality of ids", passes::simplify_patterns},
        {"sort_operands", "so that `a and b` and `b and a` of two rules are one expression", passes::sort_operands},
    };
    return list;
}

}  // namespace scantling
