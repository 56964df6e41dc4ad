// engine/evaluate over units built by hand: three-valued logic, lists, outcomes, causes, findings.
#include "engine/evaluate/evaluate.h"

#include <algorithm>

#include "engine/facts/writers.h"
#include "tests/catch.h"
#include "tests/unit/evaluate/policy.h"

using namespace scantling;
using test::Policy;

namespace {

// true, false, unknown, absent
char letter(const Outcome& outcome) {
    switch (outcome.kind) {
        case OutcomeKind::pass:
            return 'T';
        case OutcomeKind::fail:
            return 'F';
        default:
            return 'U';
    }
}

void put(const RecordWriter<model::Container>& row, Slot<model::Container, kind::Boolean> slot, char state) {
    if (state == 'U') row.unknown(slot, CellState::unresolved);
    if (state == 'A') row.absent(slot);
    if (state == 'T' || state == 'F') row.set(slot, state == 'T');
}

struct World {
    Builder builder;
    DocumentId document = builder.add_document({std::make_shared<const Source>("a.json", "{}"), "test", true, false});

    RecordWriter<model::SubjectRoot> add_subject() {
        const auto root = fragment_writer(builder, builder.add_fragment(document));
        return root;
    }
    std::shared_ptr<const Facts> freeze() {
        Assignment assignment;
        assignment.subjects = builder.fragments();
        for (Row f = 0; f < builder.fragments(); ++f) assignment.subject.push_back(f);
        return builder.freeze(assignment);
    }
};

// One subject with one container, whose `privileged`, `has_security_context` and `read_only_root` are as said.
std::shared_ptr<const Facts> container(char privileged, char context, char read_only = 'U') {
    World world;
    const auto runtime = world.add_subject().open(model::SubjectRoot::runtime);
    const auto row = runtime.list(model::Runtime::containers).add();
    row.set(model::Container::name, "web");
    put(row, model::Container::privileged, privileged);
    put(row, model::Container::has_security_context, context);
    put(row, model::Container::read_only_root, read_only);
    return world.freeze();
}

Outcome outcome_of(Policy& policy, const Facts& facts) {
    const auto program = policy.link();
    const Evaluation out = evaluate(*program, facts, {});
    REQUIRE(out.outcomes.size() == 1);
    return out.outcomes[0];
}

}  // namespace

TEST_CASE("and, or, not follow Kleene's tables", "[evaluate]") {
    struct Line {
        char a, b, conjunction, disjunction, negation;
    };
    const std::vector<Line> table = {{'T', 'T', 'T', 'T', 'F'}, {'T', 'U', 'U', 'T', 'F'}, {'T', 'F', 'F', 'T', 'F'},
                                     {'F', 'T', 'F', 'T', 'T'}, {'F', 'F', 'F', 'F', 'T'}, {'F', 'U', 'F', 'U', 'T'},
                                     {'U', 'T', 'U', 'T', 'U'}, {'U', 'F', 'F', 'U', 'U'}, {'U', 'U', 'U', 'U', 'U'}};
    for (const Line& line : table) {
        const auto facts = container(line.a, line.b);
        const auto check = [&](Op op, char expected) {
            Policy policy;
            const auto c = policy.bind("c", policy.subject("runtime.containers"));
            const ExpressionId a = policy.field(c.value, "privileged");
            const ExpressionId b = policy.field(c.value, "has_security_context");
            Rule& rule = policy.rule("r", op == Op::not_ ? policy.test(op, {a}) : policy.test(op, {a, b}));
            rule.fors.push_back({c.variable, no_expression});
            CAPTURE(line.a, line.b, static_cast<int>(op));
            CHECK(letter(outcome_of(policy, *facts)) == expected);
        };
        check(Op::and_, line.conjunction);
        check(Op::or_, line.disjunction);
        check(Op::not_, line.negation);
    }
}

TEST_CASE("presence, defaults and narrowing of an optional value", "[evaluate]") {
    struct Line {
        char x, present, or_true, narrowed;
    };
    for (const Line& line : std::vector<Line>{{'T', 'T', 'T', 'T'}, {'F', 'T', 'F', 'F'}, {'A', 'F', 'T', 'F'}, {'U', 'U', 'U', 'U'}}) {
        const auto facts = container('T', 'T', line.x);
        const auto check = [&](int which, char expected) {
            Policy policy;
            const auto c = policy.bind("c", policy.subject("runtime.containers"));
            const ExpressionId x = policy.field(c.value, "read_only_root");
            const ExpressionId present = policy.test(Op::present, {x});
            ExpressionId body = present;
            if (which == 1) body = policy.test(Op::coalesce, {x, policy.boolean(true)});
            if (which == 2) body = policy.test(Op::and_, {present, policy.test(Op::narrow, {x})});
            policy.rule("r", body).fors.push_back({c.variable, no_expression});
            CAPTURE(line.x, which);
            CHECK(letter(outcome_of(policy, *facts)) == expected);
        };
        check(0, line.present);
        check(1, line.or_true);
        check(2, line.narrowed);
    }
}

TEST_CASE("a quantifier: some true, else some unknown or incomplete, else false; a count is an interval", "[evaluate]") {
    struct Line {
        std::string elements;
        bool incomplete;
        char any;
        char count_is_one;
        char count_below_two;
    };
    const std::vector<Line> table = {{"", false, 'F', 'F', 'T'},   {"", true, 'U', 'U', 'U'},   {"F", false, 'F', 'F', 'T'},
                                     {"FT", false, 'T', 'T', 'T'}, {"FT", true, 'T', 'U', 'U'}, {"U", false, 'U', 'U', 'T'},
                                     {"TU", false, 'T', 'U', 'U'}, {"TT", true, 'T', 'F', 'F'}, {"UUF", false, 'U', 'U', 'U'}};
    for (const Line& line : table) {
        World world;
        const auto list = world.add_subject().open(model::SubjectRoot::runtime).list(model::Runtime::containers);
        for (const char element : line.elements) put(list.add(), model::Container::privileged, element);
        if (line.incomplete) list.incomplete(CellState::incomplete);
        const auto facts = world.freeze();
        const auto check = [&](int which, char expected) {
            Policy policy;
            const auto c = policy.bind("c", policy.subject("runtime.containers"));
            const ExpressionId holds = policy.field(c.value, "privileged");
            ExpressionId body = policy.any(c, holds);
            if (which == 1) body = policy.test(Op::equal, {policy.count_if(c, holds), policy.integer(1)});
            if (which == 2) body = policy.test(Op::less, {policy.count_if(c, holds), policy.integer(2)});
            policy.rule("r", body);
            CAPTURE(line.elements, line.incomplete, which);
            CHECK(letter(outcome_of(policy, *facts)) == expected);
        };
        check(0, line.any);
        check(1, line.count_is_one);
        check(2, line.count_below_two);
    }
}

TEST_CASE("the outcome table", "[evaluate]") {
    struct Line {
        char guard;
        std::string elements;  // of `privileged`, which must not hold
        bool incomplete;
        OutcomeKind expected;
    };
    const std::vector<Line> table = {
        {'F', "T", false, OutcomeKind::not_applicable}, {'T', "T", false, OutcomeKind::fail},   {'T', "TU", true, OutcomeKind::fail},
        {'U', "T", false, OutcomeKind::unknown},        {'U', "", false, OutcomeKind::unknown}, {'T', "FU", false, OutcomeKind::unknown},
        {'T', "F", true, OutcomeKind::unknown},         {'T', "", true, OutcomeKind::unknown},  {'T', "FF", false, OutcomeKind::pass},
        {'T', "", false, OutcomeKind::not_applicable},
    };
    for (const Line& line : table) {
        World world;
        const auto subject = world.add_subject();
        const auto list = subject.open(model::SubjectRoot::runtime).list(model::Runtime::containers);
        for (const char element : line.elements) put(list.add(), model::Container::privileged, element);
        if (line.incomplete) list.incomplete(CellState::incomplete);
        const auto user = subject.open(model::SubjectRoot::image).open(model::Image::config).open(model::ImageConfig::user);
        if (line.guard == 'U') {
            user.unknown(model::User::is_root, CellState::unresolved);
        } else {
            user.set(model::User::is_root, line.guard == 'T');
        }
        const auto facts = world.freeze();
        Policy policy;
        const auto c = policy.bind("c", policy.subject("runtime.containers"));
        Rule& rule = policy.rule("r", policy.field(c.value, "privileged"));
        rule.fors.push_back({c.variable, no_expression});
        rule.forbids = true;
        rule.when = policy.test(Op::narrow, {policy.subject("image.config.user.is_root")});
        CAPTURE(line.guard, line.elements, line.incomplete);
        CHECK(outcome_of(policy, *facts).kind == line.expected);
    }
}

TEST_CASE("what was not supplied makes a rule skipped, unless its part is demanded", "[evaluate]") {
    World world;
    world.add_subject();
    const auto facts = world.freeze();
    Policy policy;
    const auto s = policy.bind("s", policy.subject("sboms"));
    policy.rule("r", policy.any(s, policy.boolean(true)));
    Profile profile;
    profile.name = "acme.strict";
    profile.includes.push_back({"acme", {}});
    profile.demands.push_back({"sboms", {}});
    policy.unit().profiles.push_back(profile);
    const auto check = [&](const std::string& name, OutcomeKind expected) {
        LinkOptions options;
        options.profile = name;
        const auto program = policy.link(options);
        const Evaluation out = evaluate(*program, *facts, {});
        REQUIRE(out.outcomes.size() == 1);
        CHECK(out.outcomes[0].kind == expected);
        REQUIRE(out.outcomes[0].causes.size() == 1);
        CHECK(out.outcomes[0].causes[0].cause == Cause{CauseKind::not_supplied, *facts->layout().find_part("sboms")});
    };
    check("", OutcomeKind::skipped);
    check("acme.strict", OutcomeKind::unknown);
}

TEST_CASE("a copy of every rule costs no kernel call; many subjects give what each gives alone", "[evaluate]") {
    const auto build = [](const std::vector<char>& states) {
        World world;
        for (const char state : states) {
            const auto list = world.add_subject().open(model::SubjectRoot::runtime).list(model::Runtime::containers);
            put(list.add(), model::Container::privileged, state);
            put(list.add(), model::Container::privileged, 'F');
        }
        return world.freeze();
    };
    const auto policy_of = [](int copies) {
        Policy policy;
        for (int i = 0; i < copies; ++i) {
            const auto c = policy.bind("c", policy.subject("runtime.containers"));
            const auto d = policy.bind("d", policy.subject("runtime.containers"));
            const ExpressionId other = policy.any(
                d, policy.test(Op::not_,
                               {policy.test(Op::equal, {policy.field(c.value, "privileged"), policy.field(d.value, "privileged")})}));
            policy.rule("r" + std::to_string(i), policy.test(Op::or_, {other, policy.field(c.value, "privileged")}))
                .fors.push_back({c.variable, no_expression});
        }
        return policy.link();
    };
    const std::vector<char> states = {'T', 'F', 'U'};
    const auto together = build(states);
    const Evaluation once = evaluate(*policy_of(1), *together, {});
    const Evaluation twice = evaluate(*policy_of(2), *together, {});
    CHECK(once.statistics.kernel_calls == twice.statistics.kernel_calls);
    CHECK(once.statistics.kernel_rows == twice.statistics.kernel_rows);
    CHECK(once.statistics.kernel_calls > 0);
    REQUIRE(once.outcomes.size() == states.size());
    for (std::size_t s = 0; s < states.size(); ++s) {
        const Evaluation alone = evaluate(*policy_of(1), *build({states[s]}), {});
        CHECK(alone.outcomes[0].kind == once.outcomes[s].kind);
        CHECK(alone.outcomes[0].counts.violating == once.outcomes[s].counts.violating);
        CHECK(alone.outcomes[0].counts.undetermined == once.outcomes[s].counts.undetermined);
    }
}

TEST_CASE("a finding has a message, bindings and a fingerprint that a line does not change", "[evaluate]") {
    World world;
    const auto subject = world.add_subject();
    subject.set(model::SubjectRoot::subject_name, "document a.json");
    const auto list = subject.open(model::SubjectRoot::runtime).list(model::Runtime::containers);
    for (const char* name : {"web", "web", "db"}) {
        const auto row = list.add();
        row.set(model::Container::group, "");
        row.set(model::Container::name, name);
        row.set(model::Container::privileged, true);
        row.absent(model::Container::proc_mount);
        const auto env = row.list(model::Container::env).add();
        env.set(model::ContainerVariable::name, "TOKEN");
        env.set(model::ContainerVariable::value, "secret");
    }
    const auto facts = world.freeze();
    Policy policy;
    const auto c = policy.bind("c", policy.subject("runtime.containers"));
    const auto e = policy.bind("e", policy.field(c.value, "env"));
    const ExpressionId privileged = policy.field(c.value, "privileged");
    Rule& rule = policy.rule("r", privileged);
    rule.forbids = true;
    rule.fors.push_back({c.variable, no_expression});
    rule.message =
        policy.make(Op::interpolate, TypeKind::string,
                    {policy.text("at "), policy.field(c.value, "proc_mount"), policy.text(", "), policy.field(c.value, "running"),
                     policy.text(", "), policy.comprehension({e}, policy.field(e.value, "value"), policy.boolean(true))});
    const Evaluation out = evaluate(*policy.link(), *facts, {});
    REQUIRE(out.findings.size() == 3);
    CHECK(out.findings[0].message == "at <absent>, <unknown>, <masked>");
    REQUIRE(out.findings[0].bindings.size() == 1);
    CHECK(out.findings[0].bindings[0].name == "c");
    CHECK(out.findings[0].fingerprint.size() == 32);
    CHECK(out.findings[0].fingerprint != out.findings[1].fingerprint);
    CHECK(out.findings[1].fingerprint != out.findings[2].fingerprint);
    CHECK(out.outcomes[0].severity == Severity::high);
}
