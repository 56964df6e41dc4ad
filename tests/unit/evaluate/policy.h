// Units built by hand, without the front end: for tests of linking and evaluation.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program/link.h"
#include "engine/program/unit.h"

namespace scantling::test {

class Policy {
  public:
    explicit Policy(std::string package = "acme");

    [[nodiscard]] ExpressionId boolean(bool value);
    [[nodiscard]] ExpressionId integer(std::int64_t value);
    [[nodiscard]] ExpressionId text(const std::string& value);
    [[nodiscard]] ExpressionId texts(const std::vector<std::string>& values);
    [[nodiscard]] ExpressionId severity(Severity value);
    [[nodiscard]] ExpressionId parameter(const std::string& name, TypeId type);
    // `a.b.c` from the subject (or the run): embedded records and the last field, whatever its kind.
    [[nodiscard]] ExpressionId subject(std::string_view path);
    [[nodiscard]] ExpressionId run(std::string_view path);
    [[nodiscard]] ExpressionId field(ExpressionId record, std::string_view path);
    [[nodiscard]] ExpressionId make(Op op, TypeKind kind, std::vector<ExpressionId> operands, std::uint32_t payload = 0);
    [[nodiscard]] ExpressionId test(Op op, std::vector<ExpressionId> operands) { return make(op, TypeKind::boolean, std::move(operands)); }
    [[nodiscard]] ExpressionId typed(Op op, TypeId type, std::vector<ExpressionId> operands, std::uint32_t payload = 0);
    [[nodiscard]] ExpressionId call(Builtin builtin, TypeId type, std::vector<ExpressionId> operands);

    struct Bound {
        std::uint32_t variable;
        ExpressionId value;
    };
    [[nodiscard]] Bound bind(const std::string& name, ExpressionId collection);
    [[nodiscard]] ExpressionId any(const Bound& bound, ExpressionId condition);
    [[nodiscard]] ExpressionId count_if(const Bound& bound, ExpressionId condition);
    [[nodiscard]] ExpressionId comprehension(const std::vector<Bound>& bound, ExpressionId element, ExpressionId condition);

    [[nodiscard]] TypeId type_of(ExpressionId id) const { return unit_->expressions[id].type; }
    [[nodiscard]] Types& types() { return schema_->types(); }

    // `require body`; its severity is high.
    Rule& rule(const std::string& name, ExpressionId body);
    [[nodiscard]] Unit& unit() { return *unit_; }

    [[nodiscard]] std::shared_ptr<const Program> link(LinkOptions options = {});
    [[nodiscard]] Linked try_link(LinkOptions options = {});

  private:
    std::shared_ptr<Schema> schema_;
    std::shared_ptr<Unit> unit_;
};

}  // namespace scantling::test
