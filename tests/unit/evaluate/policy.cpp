// Every call appends one node; nothing is checked that a test does not check.
#include "tests/unit/evaluate/policy.h"

#include "tests/catch.h"

namespace scantling::test {

Policy::Policy(std::string package) : schema_(std::make_shared<Schema>(*Schema::builtin())), unit_(std::make_shared<Unit>()) {
    unit_->package = std::move(package);
    unit_->layout = Layout::builtin();
    unit_->schema = schema_;
    unit_->sources.push_back(std::make_shared<const Source>("test.scant", ""));
}

ExpressionId Policy::typed(Op op, TypeId type, std::vector<ExpressionId> operands, std::uint32_t payload) {
    return unit_->expressions.add(op, type, payload, operands, {});
}

ExpressionId Policy::make(Op op, TypeKind kind, std::vector<ExpressionId> operands, std::uint32_t payload) {
    return typed(op, types().scalar(kind), std::move(operands), payload);
}

namespace {

ExpressionId constant(Policy& policy, Value value) {
    const TypeId type = value.type;
    policy.unit().expressions.constants.push_back(std::move(value));
    return policy.typed(Op::constant, type, {}, static_cast<std::uint32_t>(policy.unit().expressions.constants.size() - 1));
}

}  // namespace

ExpressionId Policy::boolean(bool value) { return constant(*this, {types().scalar(TypeKind::boolean), value ? 1 : 0, {}, {}}); }
ExpressionId Policy::integer(std::int64_t value) { return constant(*this, {types().scalar(TypeKind::integer), value, {}, {}}); }
ExpressionId Policy::text(const std::string& value) { return constant(*this, {types().scalar(TypeKind::string), 0, value, {}}); }

ExpressionId Policy::texts(const std::vector<std::string>& values) {
    const TypeId element = types().scalar(TypeKind::string);
    Value list{types().list_of(element), 0, {}, {}};
    for (const std::string& value : values) list.items.push_back({element, 0, value, {}});
    return constant(*this, std::move(list));
}

ExpressionId Policy::severity(Severity value) {
    const TypeId type = types().intern({TypeKind::enumeration, false, *schema_->find_enum("Severity"), 0, 0});
    return constant(*this, {type, static_cast<std::int64_t>(value), {}, {}});
}

ExpressionId Policy::parameter(const std::string& name, TypeId type) {
    unit_->parameter_uses.push_back(name);
    return typed(Op::parameter, type, {}, static_cast<std::uint32_t>(unit_->parameter_uses.size() - 1));
}

ExpressionId Policy::subject(std::string_view path) {
    return field(typed(Op::subject, types().intern({TypeKind::record, false, schema_->subject_root(), 0, 0}), {}), path);
}

ExpressionId Policy::run(std::string_view path) {
    return field(typed(Op::run, types().intern({TypeKind::record, false, schema_->run_root(), 0, 0}), {}), path);
}

ExpressionId Policy::field(ExpressionId record, std::string_view path) {
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        const std::string_view name = path.substr(0, dot);
        path.remove_prefix(std::min(dot + 1, path.size()));
        const Type from = types()[type_of(record)];
        const auto index = schema_->records()[from.declaration].index_of(name);
        CAPTURE(std::string(name));
        REQUIRE(index.has_value());
        TypeId type = schema_->records()[from.declaration].fields[*index].type;
        if (from.optional) type = types().optional_of(type);
        record = typed(Op::field, type, {record}, unit_->layout->slot_of(from.declaration, *index));
    }
    return record;
}

ExpressionId Policy::call(Builtin builtin, TypeId type, std::vector<ExpressionId> operands) {
    return typed(Op::call, type, std::move(operands), static_cast<std::uint32_t>(builtin));
}

Policy::Bound Policy::bind(const std::string& name, ExpressionId collection) {
    const TypeId element = types()[type_of(collection)].element;
    unit_->expressions.variables.push_back({name, collection, element});
    const auto variable = static_cast<std::uint32_t>(unit_->expressions.variables.size() - 1);
    return {variable, typed(Op::variable, element, {}, variable)};
}

ExpressionId Policy::any(const Bound& bound, ExpressionId condition) {
    return make(Op::any, TypeKind::boolean, {unit_->expressions.variables[bound.variable].collection, condition}, bound.variable);
}

ExpressionId Policy::count_if(const Bound& bound, ExpressionId condition) {
    return make(Op::count_if, TypeKind::integer, {unit_->expressions.variables[bound.variable].collection, condition}, bound.variable);
}

ExpressionId Policy::comprehension(const std::vector<Bound>& bound, ExpressionId element, ExpressionId condition) {
    std::vector<ExpressionId> operands{element, condition};
    std::vector<std::uint32_t> variables;
    for (const Bound& one : bound) {
        variables.push_back(one.variable);
        operands.push_back(unit_->expressions.variables[one.variable].collection);
    }
    unit_->expressions.generators.push_back(std::move(variables));
    return typed(Op::comprehension, types().list_of(type_of(element)), std::move(operands),
                 static_cast<std::uint32_t>(unit_->expressions.generators.size() - 1));
}

Rule& Policy::rule(const std::string& name, ExpressionId body) {
    Rule rule;
    rule.name = unit_->package + "." + name;
    rule.title = name;
    rule.body = body;
    rule.severity = severity(Severity::high);
    unit_->rules.push_back(std::move(rule));
    return unit_->rules.back();
}

Linked Policy::try_link(LinkOptions options) { return scantling::link({unit_}, options); }

std::shared_ptr<const Program> Policy::link(LinkOptions options) {
    const Linked linked = try_link(std::move(options));
    for (const Diagnostic& diagnostic : linked.diagnostics) UNSCOPED_INFO(diagnostic.code + " " + diagnostic.message);
    REQUIRE(linked.program != nullptr);
    return linked.program;
}

}  // namespace scantling::test
