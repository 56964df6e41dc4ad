// Licence expressions against the vectors of packaging, spdx-expression-parse and go-spdx.
#include "engine/values/licence.h"

#include "engine/values/licence_list.h"
#include "tests/catch.h"
#include "tests/unit/values/vectors.h"

using namespace scantling;
using namespace scantling::test;

TEST_CASE("the SPDX list is found in any case", "[values]") {
    CHECK(spdx_licence("mit") == std::optional<std::string_view>("MIT"));
    CHECK(spdx_licence("0bsd") == std::optional<std::string_view>("0BSD"));
    CHECK(spdx_licence("ZPL-2.1") == std::optional<std::string_view>("ZPL-2.1"));
    CHECK_FALSE(spdx_licence("MI"));
    CHECK_FALSE(spdx_licence("Classpath-exception-2.0"));
    CHECK(spdx_exception("classpath-EXCEPTION-2.0") == std::optional<std::string_view>("Classpath-exception-2.0"));
}

TEST_CASE("an expression has one spelling", "[values]") {
    struct Case {
        const char* text;
        const char* canonical;
    };
    for (const Case& c : {Case{"mit and (apache-2.0 or bsd-2-clause)", "MIT AND (Apache-2.0 OR BSD-2-Clause)"}, Case{"((MIT))", "MIT"},
                          Case{"(MIT AND Zlib) OR ISC", "MIT AND Zlib OR ISC"}, Case{"MIT AND (Zlib AND ISC)", "MIT AND Zlib AND ISC"},
                          Case{"gpl-2.0+ with CLASSPATH-exception-2.0", "GPL-2.0+ WITH Classpath-exception-2.0"},
                          Case{"DocumentRef-a : licenseref-b", "DocumentRef-a:LicenseRef-b"}}) {
        CAPTURE(c.text);
        const auto parsed = LicenceExpression::parse(c.text);
        REQUIRE(parsed);
        CHECK(parsed->canonical() == c.canonical);
        CHECK(LicenceExpression::parse(c.canonical)->canonical() == c.canonical);
    }
    CHECK(licence_ids("MIT OR (GPL-2.0+ WITH Classpath-exception-2.0 AND MIT)") == std::vector<std::string>{"MIT", "GPL-2.0"});
    CHECK_FALSE(licence_ids("no licence"));
    const std::string deep(5000, '(');
    CHECK_FALSE(LicenceExpression::parse(deep + "MIT" + std::string(5000, ')')));
    std::string nested = "MIT";
    for (int i = 0; i < 60; ++i) nested = "(" + nested + ")";
    CHECK(LicenceExpression::parse(nested));
}

TEST_CASE("what is allowed", "[values]") {
    const std::vector<std::string> allowed = {
        "MIT", "GPL-2.0-or-later", "EPL-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", "LicenseRef-Acme", "MIT OR Zlib"};
    struct Case {
        const char* expression;
        std::optional<bool> satisfied;
    };
    for (const Case& c :
         {Case{"MIT", true}, Case{"Zlib", false}, Case{"MIT AND Zlib", false}, Case{"MIT OR Zlib", true}, Case{"GPL-3.0-only", true},
          Case{"GPL-1.0-only", false}, Case{"LGPL-3.0-only", false}, Case{"GPL-2.0-only WITH Classpath-exception-2.0", true},
          Case{"EPL-2.0 WITH Classpath-exception-2.0", false}, Case{"EPL-1.0+", true}, Case{"EPL-1.0", false},
          Case{"LicenseRef-Acme", true}, Case{"LicenseRef-Other", false}, Case{"BSD", std::nullopt}, Case{"", std::nullopt}}) {
        CAPTURE(c.expression);
        CHECK(licence_satisfied(c.expression, AllowedLicences(allowed)) == c.satisfied);
    }
    CHECK(licence_satisfied("BSD-2-Clause+", AllowedLicences(std::vector<std::string>{"BSD-3-Clause"})) == false);
    CHECK(licence_satisfied("CC-BY-3.0-DE", AllowedLicences(std::vector<std::string>{"CC-BY-3.0"})) == false);
    CHECK(licence_satisfied("GFDL-1.2-invariants-only", AllowedLicences(std::vector<std::string>{"GFDL-1.2-no-invariants-only"})) == false);
}

TEST_CASE("what documents write in place of an expression", "[values]") {
    using State = StatedLicence::State;
    struct Case {
        const char* text;
        State state;
        const char* expression;
        std::vector<std::string> texts;
    };
    const std::vector<Case> cases = {
        {"", State::absent, "", {}},
        {"NONE", State::absent, "", {}},
        {"NOASSERTION", State::not_stated, "", {}},
        {"Apache-2.0", State::stated, "Apache-2.0", {}},
        {"mit or apache-2.0", State::stated, "MIT OR Apache-2.0", {}},
        {"MIT AND Foo", State::stated, "MIT AND LicenseRef-Foo", {"Foo"}},
        {"GPL v2 or later", State::stated, "LicenseRef-GPL-v2-or-later", {"GPL v2 or later"}},
        {"Apache License, Version 2.0", State::stated, "LicenseRef-Apache-License-Version-2.0", {"Apache License, Version 2.0"}},
        {"MIT AND", State::stated, "LicenseRef-MIT-AND", {"MIT AND"}},
        {"LicenseRef-a_b", State::stated, "LicenseRef-a-b", {"LicenseRef-a_b"}},
        {"public domain", State::stated, "LicenseRef-public-domain", {"public domain"}}};
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const StatedLicence stated = read_licence(c.text);
        CHECK(stated.state == c.state);
        CHECK(stated.expression == c.expression);
        CHECK(stated.texts == c.texts);
        CHECK((stated.state != State::stated || LicenceExpression::parse(stated.expression)));
    }
    const std::string text_a(5000, 'a');
    CHECK(licence_ref(text_a).size() < 100);
    CHECK(licence_ref(text_a) != licence_ref(text_a + "a"));
    CHECK(licence_ref("\xE2\x98\x83") != "LicenseRef-");
    const std::vector<StatedLicence> several = {read_licence("MIT"), read_licence("NONE"), read_licence("Zlib OR ISC"),
                                                read_licence("MIT")};
    CHECK(all_licences(several).expression == "MIT AND (Zlib OR ISC)");
    const std::vector<StatedLicence> open = {read_licence("MIT"), read_licence("NOASSERTION")};
    CHECK(all_licences(open).state == State::not_stated);
    CHECK(all_licences({}).state == State::absent);
}

TEST_CASE("licence expressions agree with the vectors of others", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    Tally tally("licence expressions",
                {{"Apache-2.0 by Apache-2.0-or-later", "`Apache-2.0-or-later` is no licence of the SPDX list; `Apache-2.0+` says it"}});
    for (const Json& v : read_vectors(folder + "/licences/pep639-expressions.jsonl")) {
        const std::string& text = v.at("expression").text;
        const auto parsed = LicenceExpression::parse(text);
        const bool needless = text.starts_with('(') && parsed.ok();
        const bool agrees = v.at("valid").is_true() ? parsed && parsed->canonical() == v.at("normalized").text : !parsed;
        if (needless) {
            tally.excuse(agrees, "needless parentheses are dropped");
        } else {
            tally.add(agrees, text, parsed ? parsed->canonical() : parsed.error());
        }
    }
    for (const Json& v : read_vectors(folder + "/licences/spdx-expression-validity.jsonl")) {
        tally.add(LicenceExpression::parse(v.at("expression").text).ok() == v.at("valid").is_true(), v.at("expression").text);
    }
    for (const Json& v : read_vectors(folder + "/licences/spdx-satisfies.jsonl")) {
        std::vector<std::string> allowed;
        std::string shown = v.at("expression").text + " by";
        for (const Json& item : v.at("allowed").items) {
            allowed.push_back(item.text);
            shown += " " + item.text;
        }
        // Where go-spdx reports an error we answer "no", or nothing where the expression itself is wrong.
        const auto ours = licence_satisfied(v.at("expression").text, AllowedLicences(allowed));
        tally.add(ours.value_or(false) == v.at("satisfied").is_true(), shown);
    }
    tally.finish(3);
    for (const Json& v : read_vectors(folder + "/licences/license-expression-inputs.jsonl")) {
        const StatedLicence stated = read_licence(v.at("expression").text);
        CAPTURE(v.at("expression").text);
        CHECK((stated.state != StatedLicence::State::stated || LicenceExpression::parse(stated.expression)));
    }
}
