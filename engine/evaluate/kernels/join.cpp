// An index over the inner keys, asked once an outer tuple. Leaving out a pair of known, unequal keys changes nothing: the equality is an
// operand of a conjunction that is false there. Everything else is computed by the kernels as for any other space.
#include "engine/evaluate/kernels/join.h"

#include <algorithm>

namespace scantling::evaluation {

namespace {

struct Keys {
    ExpressionId inner = no_expression;
    ExpressionId outer = no_expression;
};

// Ids and numbers that are equal or not, without rules of their own.
bool is_plain(const Type& type) {
    return type.kind == TypeKind::string || type.kind == TypeKind::enumeration || type.kind == TypeKind::reference || is_wide(type.kind);
}

bool reads(const Analysis& analysis, ExpressionId id, VariableId variable) {
    const auto& scope = analysis.scopes[analysis.scope_of[id]];
    return std::binary_search(scope.begin(), scope.end(), variable);
}

// One side reads the variable and nothing else than its list does; the other does not read it.
std::optional<Keys> keys_of(Evaluator& evaluator, ExpressionId equality, VariableId variable) {
    const Program& program = evaluator.program();
    if (program.expressions[equality].op != Op::equal) return std::nullopt;
    Keys keys{program.expressions.child(equality, 0), program.expressions.child(equality, 1)};
    if (!reads(program.analysis, keys.inner, variable)) std::swap(keys.inner, keys.outer);
    if (!reads(program.analysis, keys.inner, variable) || reads(program.analysis, keys.outer, variable)) return std::nullopt;
    if (!is_plain(evaluator.type_of(keys.inner)) || !is_plain(evaluator.type_of(keys.outer))) return std::nullopt;
    const Analysis& analysis = program.analysis;
    const std::uint32_t above = analysis.scope_of[program.expressions.variables[variable].collection];
    const std::uint32_t inner = analysis.scope_of[keys.inner];
    if (analysis.scopes[inner].size() != analysis.scopes[above].size() + 1) return std::nullopt;
    // Of lists that many tuples share, the keys are those of the lists, whoever has them.
    const bool shared = analysis.bounded[above] && evaluator.references().only(keys.inner, variable);
    if (!analysis.bounded[inner] && !shared) return std::nullopt;
    return keys;
}

std::optional<Keys> find_keys(Evaluator& evaluator, ExpressionId condition, VariableId variable) {
    if (auto keys = keys_of(evaluator, condition, variable)) return keys;
    const Expression& node = evaluator.node(condition);
    for (std::uint32_t i = 0; node.op == Op::and_ && i < node.child_count; ++i) {
        if (auto keys = keys_of(evaluator, evaluator.child(condition, i), variable)) return keys;
    }
    return std::nullopt;
}

// The elements of each list by key, and those whose key is unknown.
class Index {
  public:
    Index(const Vector& keys, const Vector& list) {
        for (std::uint32_t row = 0; row < list.size; ++row) {
            for (std::uint32_t e = list.offsets[row]; e < list.offsets[row + 1]; ++e) {
                if (keys.state(e) == State::present) {
                    known_.push_back({row, value(keys, e), e});
                } else {
                    unknown_.push_back({row, 0, e});
                }
            }
        }
        std::sort(known_.begin(), known_.end(), before);
    }

    template <typename F>
    void each(std::uint32_t row, std::int64_t key, F&& visit) const {
        const auto [begin, end] = std::equal_range(known_.begin(), known_.end(), Entry{row, key, 0}, before);
        for (auto at = begin; at != end; ++at) visit(at->element);
        const auto in_row = [](const Entry& a, const Entry& b) { return a.row < b.row; };
        const auto [first, last] = std::equal_range(unknown_.begin(), unknown_.end(), Entry{row, 0, 0}, in_row);
        for (auto at = first; at != last; ++at) visit(at->element);
    }

    static std::int64_t value(const Vector& keys, std::size_t i) {
        return keys.form == Form::wide ? keys.wide[i] : std::int64_t{keys.narrow[i]};
    }

  private:
    struct Entry {
        std::uint32_t row;
        std::int64_t key;
        std::uint32_t element;
    };
    static bool before(const Entry& a, const Entry& b) { return a.row != b.row ? a.row < b.row : a.key < b.key; }

    std::vector<Entry> known_;
    std::vector<Entry> unknown_;  // in the order of rows
};

class Pairs {
  public:
    Pairs(Evaluator& evaluator, const Space& space, VariableId variable, const ListUse& list, const Evaluator::Visit& visit)
        : evaluator_(evaluator), space_(space), variable_(variable), list_(list), visit_(visit) {}

    void add(std::uint32_t tuple, std::uint32_t ordinal) {
        tuples_.push_back(tuple);
        ordinals_.push_back(ordinal);
        if (tuples_.size() >= evaluator_.chunk_tuples()) flush();
    }

    void flush() {
        if (tuples_.empty() || evaluator_.interruption()) {
            tuples_.clear();
            ordinals_.clear();
            return;
        }
        const std::vector<std::uint32_t> source = tuples_;
        const Space outer = pick_tuples(space_, std::move(tuples_));
        ListUse use{list_.list, {}, false};
        for (const std::uint32_t tuple : source) use.rows.push_back(list_.row(tuple));
        const Space pairs = pick_elements(outer, variable_, std::move(use), std::move(ordinals_));
        visit_(pairs, source);
        tuples_.clear();
        ordinals_.clear();
        evaluator_.check_interruption();
    }

  private:
    Evaluator& evaluator_;
    const Space& space_;
    VariableId variable_;
    const ListUse& list_;
    const Evaluator::Visit& visit_;
    std::vector<std::uint32_t> tuples_;
    std::vector<std::uint32_t> ordinals_;
};

}  // namespace

bool visit_joined(Evaluator& evaluator, ExpressionId quantifier, const Space& space, const Evaluator::Visit& visit) {
    const VariableId variable = evaluator.node(quantifier).payload;
    const ListUse list = evaluator.collection(variable, space);
    std::uint64_t total = 0;
    for (std::uint32_t t = 0; t < space.size; ++t) total += list.length(t);
    if (total <= evaluator.chunk_tuples() / 4) return false;
    const auto keys = find_keys(evaluator, evaluator.child(quantifier, 1), variable);
    if (!keys) return false;
    const ExpressionId collection = evaluator.program().expressions.variables[variable].collection;
    const Space& above = evaluator.full_space_of(collection, space);
    const VectorPtr whole = evaluator.list(collection, above).list;
    if (whole != list.list) return false;
    const Sharing* few = evaluator.shared(collection, above);
    std::optional<Space> own;  // the elements of lists that tuples share; those of others are kept for other rules
    if (few != nullptr) own.emplace(expand(few->representatives, variable, {whole, {}, true}, false));
    std::vector<VariableId> order = above.order;
    order.push_back(variable);
    const VectorPtr inner = evaluator.evaluate(keys->inner, own ? *own : evaluator.full(order));
    const VectorPtr outer = evaluator.evaluate(keys->outer, space);
    if (!inner->high.empty() || !outer->high.empty()) return false;
    const Index index(*inner, *whole);
    Pairs pairs(evaluator, space, variable, list, visit);
    for (std::uint32_t t = 0; t < space.size && !evaluator.interruption(); ++t) {
        if (outer->state(t) == State::present) {
            index.each(list.row(t), Index::value(*outer, t), [&](std::uint32_t e) { pairs.add(t, e - list.begin(t)); });
        } else {
            for (std::uint32_t k = 0; k < list.length(t); ++k) pairs.add(t, k);
        }
    }
    pairs.flush();
    return true;
}

}  // namespace scantling::evaluation
