// Generated from engine/schema/model/ by `./run generate`. Do not edit.
// The slots of every record, relative to the record: see engine/schema/slots.h.
#pragma once

#include <string_view>

#include "engine/schema/generated/enums.h"
#include "engine/schema/slots.h"

namespace scantling::model {

struct ImageReference {
    static constexpr Slot<ImageReference, kind::Text> text{0};
    static constexpr Slot<ImageReference, kind::Text> name{1};
    static constexpr Slot<ImageReference, kind::Text> registry{2};
    static constexpr Slot<ImageReference, kind::Text> repository{3};
    static constexpr Slot<ImageReference, kind::Text> tag{4};
    static constexpr Slot<ImageReference, kind::Text> digest{5};
    static constexpr Slot<ImageReference, kind::Boolean> is_latest{6};
};

struct Purl {
    static constexpr Slot<Purl, kind::Text> text{0};
    static constexpr Slot<Purl, kind::Enumeration<PackageType>> type{1};
    static constexpr Slot<Purl, kind::Text> namespace_{2};
    static constexpr Slot<Purl, kind::Text> name{3};
    static constexpr Slot<Purl, kind::Text> version{4};
    static constexpr Slot<Purl, kind::Map<kind::Text>> qualifiers{5};
    static constexpr Slot<Purl, kind::Text> subpath{6};
};

struct Platform {
    static constexpr Slot<Platform, kind::Text> os{0};
    static constexpr Slot<Platform, kind::Text> architecture{1};
    static constexpr Slot<Platform, kind::Text> variant{2};
};

struct User {
    static constexpr Slot<User, kind::Text> text{0};
    static constexpr Slot<User, kind::Boolean> is_numeric{1};
    static constexpr Slot<User, kind::Text> name{2};
    static constexpr Slot<User, kind::Integer> uid{3};
    static constexpr Slot<User, kind::Integer> gid{4};
    static constexpr Slot<User, kind::Text> group{5};
    static constexpr Slot<User, kind::Boolean> is_root{6};
    static constexpr Slot<User, kind::Boolean> in_root_group{7};
    static constexpr Slot<User, kind::Boolean> says_root{8};
};

struct EnvVariable {
    static constexpr Slot<EnvVariable, kind::Text> name{0};
    static constexpr Slot<EnvVariable, kind::Text> value{1};
};

struct Port {
    static constexpr Slot<Port, kind::Integer> number{0};
    static constexpr Slot<Port, kind::Enumeration<Protocol>> protocol{1};
    static constexpr Slot<Port, kind::Integer> last{2};
};

struct Identity {
    static constexpr Slot<Identity, kind::Text> issuer{0};
    static constexpr Slot<Identity, kind::Text> subject{1};
    static constexpr Slot<Identity, kind::Text> key_id{2};
    static constexpr Slot<Identity, kind::Map<kind::Text>> extensions{3};
    static constexpr Slot<Identity, kind::Boolean> trusted{4};
};

struct Tool {
    static constexpr Slot<Tool, kind::Text> name{0};
    static constexpr Slot<Tool, kind::Text> vendor{1};
    static constexpr Slot<Tool, kind::Version> version{2};
    static constexpr Slot<Tool, kind::Text> version_text{3};
};

struct Executable {
    static constexpr Slot<Executable, kind::Text> path{0};
    static constexpr Slot<Executable, kind::Text> interpreter{1};
    static constexpr Slot<Executable, kind::Text> architecture{2};
    static constexpr Slot<Executable, kind::Boolean> executable{3};
    static constexpr Slot<Executable, kind::Boolean> matches_platform{4};
    static constexpr Slot<Executable, kind::Boolean> writable_by_user{5};
    static constexpr Slot<Executable, kind::Boolean> parents_writable_by_user{6};
};

struct Exec {
    static constexpr Slot<Exec, kind::Enumeration<Form>> form{0};
    static constexpr Slot<Exec, kind::List<kind::Text>> words{1};
    static constexpr Slot<Exec, kind::Text> program{2};
    static constexpr Slot<Exec, kind::Embedded<struct Executable>> executable{3};
    static constexpr Slot<Exec, kind::Boolean> needs_shell{11};
    static constexpr Slot<Exec, kind::Boolean> shell_present{12};
};

struct Healthcheck {
    static constexpr Slot<Healthcheck, kind::Boolean> disabled{0};
    static constexpr Slot<Healthcheck, kind::Embedded<struct Exec>> exec{1};
    static constexpr Slot<Healthcheck, kind::Duration> interval{15};
    static constexpr Slot<Healthcheck, kind::Duration> timeout{16};
    static constexpr Slot<Healthcheck, kind::Duration> start_period{17};
    static constexpr Slot<Healthcheck, kind::Integer> retries{18};
};

struct ImageConfig {
    static constexpr Slot<ImageConfig, kind::Embedded<struct User>> user{0};
    static constexpr Slot<ImageConfig, kind::Embedded<struct Exec>> entrypoint{10};
    static constexpr Slot<ImageConfig, kind::Embedded<struct Exec>> cmd{24};
    static constexpr Slot<ImageConfig, kind::List<kind::Text>> command{38};
    static constexpr Slot<ImageConfig, kind::List<kind::Text>> shell{39};
    static constexpr Slot<ImageConfig, kind::Text> workdir{40};
    static constexpr Slot<ImageConfig, kind::List<kind::Embedded<struct EnvVariable>>> env{41};
    static constexpr Slot<ImageConfig, kind::List<kind::Embedded<struct Port>>> exposed_ports{42};
    static constexpr Slot<ImageConfig, kind::List<kind::Text>> volumes{43};
    static constexpr Slot<ImageConfig, kind::Map<kind::Text>> labels{44};
    static constexpr Slot<ImageConfig, kind::Embedded<struct Healthcheck>> healthcheck{45};
    static constexpr Slot<ImageConfig, kind::Text> stop_signal{65};
    static constexpr Slot<ImageConfig, kind::List<kind::Text>> on_build{66};
};

struct Feed {
    static constexpr Slot<Feed, kind::Text> source{0};
    static constexpr Slot<Feed, kind::Time> time{1};
    static constexpr Slot<Feed, kind::Integer> entries{2};
};

struct ParseError {
    static constexpr Slot<ParseError, kind::Integer> line{0};
    static constexpr Slot<ParseError, kind::Text> message{1};
};

struct ShellFinding {
    static constexpr Slot<ShellFinding, kind::Text> rule{0};
    static constexpr Slot<ShellFinding, kind::Reference<struct Run>> run{1};
    static constexpr Slot<ShellFinding, kind::Integer> line{2};
    static constexpr Slot<ShellFinding, kind::Enumeration<Severity>> severity{3};
    static constexpr Slot<ShellFinding, kind::Text> text{4};
};

struct Comment {
    static constexpr Slot<Comment, kind::Text> text{0};
    static constexpr Slot<Comment, kind::Integer> line{1};
    static constexpr Slot<Comment, kind::Embedded<struct InlineIgnore>> directive{2};
    static constexpr Slot<Comment, kind::Reference<struct Instruction>> before{6};
};

struct InlineIgnore {
    static constexpr Slot<InlineIgnore, kind::Text> tool{0};
    static constexpr Slot<InlineIgnore, kind::List<kind::Text>> rules{1};
    static constexpr Slot<InlineIgnore, kind::Text> reason{2};
};

struct IgnoreFile {
    static constexpr Slot<IgnoreFile, kind::Text> path{0};
    static constexpr Slot<IgnoreFile, kind::List<kind::Text>> patterns{1};
};

struct GlobalArgument {
    static constexpr Slot<GlobalArgument, kind::Text> name{0};
    static constexpr Slot<GlobalArgument, kind::Text> defined{1};
    static constexpr Slot<GlobalArgument, kind::Text> value{2};
    static constexpr Slot<GlobalArgument, kind::Boolean> used_in_from{3};
    static constexpr Slot<GlobalArgument, kind::Integer> line{4};
};

struct Stage {
    static constexpr Slot<Stage, kind::Integer> index{0};
    static constexpr Slot<Stage, kind::Text> name{1};
    static constexpr Slot<Stage, kind::Text> name_text{2};
    static constexpr Slot<Stage, kind::Text> as_text{3};
    static constexpr Slot<Stage, kind::Integer> line{4};
    static constexpr Slot<Stage, kind::Embedded<struct StageBase>> base{5};
    static constexpr Slot<Stage, kind::Boolean> in_image{37};
    static constexpr Slot<Stage, kind::Boolean> is_final{38};
    static constexpr Slot<Stage, kind::Boolean> copied_from{39};
    static constexpr Slot<Stage, kind::Boolean> reached{40};
    static constexpr Slot<Stage, kind::View<struct Instruction>> instructions{41};
    static constexpr Slot<Stage, kind::View<struct Run>> runs{42};
    static constexpr Slot<Stage, kind::View<struct Command>> commands{43};
    static constexpr Slot<Stage, kind::View<struct Copy>> copies{44};
    static constexpr Slot<Stage, kind::View<struct Variable>> variables{45};
    static constexpr Slot<Stage, kind::Embedded<struct ImageConfig>> config{46};
};

struct StageBase {
    static constexpr Slot<StageBase, kind::Text> raw{0};
    static constexpr Slot<StageBase, kind::Embedded<struct ImageReference>> image{1};
    static constexpr Slot<StageBase, kind::Reference<struct Stage>> stage{9};
    static constexpr Slot<StageBase, kind::Boolean> is_scratch{10};
    static constexpr Slot<StageBase, kind::Text> platform_raw{11};
    static constexpr Slot<StageBase, kind::Embedded<struct Platform>> platform{12};
    static constexpr Slot<StageBase, kind::List<kind::Text>> variables{16};
    static constexpr Slot<StageBase, kind::List<kind::Text>> undeclared{17};
    static constexpr Slot<StageBase, kind::Boolean> defaults_valid{18};
    static constexpr Slot<StageBase, kind::Embedded<struct User>> user{19};
    static constexpr Slot<StageBase, kind::Boolean> is_sdk{29};
    static constexpr Slot<StageBase, kind::Boolean> is_minimal{30};
};

struct Flag {
    static constexpr Slot<Flag, kind::Text> name{0};
    static constexpr Slot<Flag, kind::Text> value{1};
};

struct Heredoc {
    static constexpr Slot<Heredoc, kind::Text> name{0};
    static constexpr Slot<Heredoc, kind::Text> text{1};
    static constexpr Slot<Heredoc, kind::Boolean> expands{2};
};

struct VariableUse {
    static constexpr Slot<VariableUse, kind::Text> name{0};
    static constexpr Slot<VariableUse, kind::Boolean> defined{1};
    static constexpr Slot<VariableUse, kind::Boolean> has_default{2};
};

struct Instruction {
    static constexpr Slot<Instruction, kind::Reference<struct Stage>> stage{0};
    static constexpr Slot<Instruction, kind::Enumeration<Keyword>> keyword{1};
    static constexpr Slot<Instruction, kind::Text> text{2};
    static constexpr Slot<Instruction, kind::Text> keyword_text{3};
    static constexpr Slot<Instruction, kind::Integer> line{4};
    static constexpr Slot<Instruction, kind::Integer> end_line{5};
    static constexpr Slot<Instruction, kind::List<kind::Embedded<struct Flag>>> flags{6};
    static constexpr Slot<Instruction, kind::List<kind::Text>> arguments{7};
    static constexpr Slot<Instruction, kind::Enumeration<Form>> form{8};
    static constexpr Slot<Instruction, kind::List<kind::Embedded<struct Heredoc>>> heredocs{9};
    static constexpr Slot<Instruction, kind::List<kind::Embedded<struct VariableUse>>> uses{10};
    static constexpr Slot<Instruction, kind::Enumeration<Keyword>> trigger{11};
    static constexpr Slot<Instruction, kind::Embedded<struct User>> user{12};
    static constexpr Slot<Instruction, kind::Text> path{22};
    static constexpr Slot<Instruction, kind::Text> effective_path{23};
    static constexpr Slot<Instruction, kind::Embedded<struct Exec>> exec{24};
    static constexpr Slot<Instruction, kind::Reference<struct Run>> run{38};
    static constexpr Slot<Instruction, kind::Reference<struct Copy>> copy{39};
};

struct Run {
    static constexpr Slot<Run, kind::Reference<struct Instruction>> instruction{0};
    static constexpr Slot<Run, kind::Reference<struct Stage>> stage{1};
    static constexpr Slot<Run, kind::Integer> line{2};
    static constexpr Slot<Run, kind::Enumeration<Form>> form{3};
    static constexpr Slot<Run, kind::Text> script{4};
    static constexpr Slot<Run, kind::List<kind::Text>> shell{5};
    static constexpr Slot<Run, kind::Boolean> pipefail{6};
    static constexpr Slot<Run, kind::Boolean> has_pipe{7};
    static constexpr Slot<Run, kind::List<kind::Embedded<struct RunMount>>> mounts{8};
    static constexpr Slot<Run, kind::Text> network{9};
    static constexpr Slot<Run, kind::Text> security{10};
    static constexpr Slot<Run, kind::View<struct Command>> commands{11};
};

struct RunMount {
    static constexpr Slot<RunMount, kind::Enumeration<RunMountKind>> kind{0};
    static constexpr Slot<RunMount, kind::Text> target{1};
    static constexpr Slot<RunMount, kind::Text> source{2};
    static constexpr Slot<RunMount, kind::Reference<struct Stage>> from_stage{3};
    static constexpr Slot<RunMount, kind::Embedded<struct ImageReference>> from_image{4};
    static constexpr Slot<RunMount, kind::Text> id{12};
    static constexpr Slot<RunMount, kind::Boolean> required{13};
    static constexpr Slot<RunMount, kind::Text> as_environment{14};
    static constexpr Slot<RunMount, kind::Map<kind::Text>> options{15};
};

struct Command {
    static constexpr Slot<Command, kind::Reference<struct Run>> run{0};
    static constexpr Slot<Command, kind::Text> text{1};
    static constexpr Slot<Command, kind::Reference<struct Stage>> stage{2};
    static constexpr Slot<Command, kind::Integer> line{3};
    static constexpr Slot<Command, kind::Text> program{4};
    static constexpr Slot<Command, kind::Text> program_text{5};
    static constexpr Slot<Command, kind::List<kind::Text>> words{6};
    static constexpr Slot<Command, kind::Text> subcommand{7};
    static constexpr Slot<Command, kind::List<kind::Embedded<struct Flag>>> flags{8};
    static constexpr Slot<Command, kind::List<kind::Text>> operands{9};
    static constexpr Slot<Command, kind::List<kind::Embedded<struct EnvVariable>>> environment{10};
    static constexpr Slot<Command, kind::List<kind::Embedded<struct Redirect>>> redirects{11};
    static constexpr Slot<Command, kind::Integer> pipes_into{12};
    static constexpr Slot<Command, kind::Enumeration<ListOperator>> list_op{13};
    static constexpr Slot<Command, kind::Boolean> sudo{14};
    static constexpr Slot<Command, kind::Boolean> negated{15};
    static constexpr Slot<Command, kind::Boolean> conditional{16};
    static constexpr Slot<Command, kind::List<kind::Embedded<struct InstallTarget>>> installs{17};
};

struct Redirect {
    static constexpr Slot<Redirect, kind::Enumeration<RedirectKind>> kind{0};
    static constexpr Slot<Redirect, kind::Integer> descriptor{1};
    static constexpr Slot<Redirect, kind::Text> target{2};
};

struct InstallTarget {
    static constexpr Slot<InstallTarget, kind::Text> text{0};
    static constexpr Slot<InstallTarget, kind::Text> name{1};
    static constexpr Slot<InstallTarget, kind::Text> version{2};
    static constexpr Slot<InstallTarget, kind::Boolean> pinned{3};
    static constexpr Slot<InstallTarget, kind::Boolean> is_file{4};
    static constexpr Slot<InstallTarget, kind::Boolean> is_local{5};
    static constexpr Slot<InstallTarget, kind::Text> url{6};
};

struct Copy {
    static constexpr Slot<Copy, kind::Reference<struct Instruction>> instruction{0};
    static constexpr Slot<Copy, kind::Reference<struct Stage>> stage{1};
    static constexpr Slot<Copy, kind::Enumeration<Keyword>> keyword{2};
    static constexpr Slot<Copy, kind::Integer> line{3};
    static constexpr Slot<Copy, kind::List<kind::Embedded<struct CopySource>>> sources{4};
    static constexpr Slot<Copy, kind::Text> destination{5};
    static constexpr Slot<Copy, kind::Text> effective_path{6};
    static constexpr Slot<Copy, kind::Boolean> is_relative{7};
    static constexpr Slot<Copy, kind::Boolean> ends_in_slash{8};
    static constexpr Slot<Copy, kind::Boolean> workdir_set{9};
    static constexpr Slot<Copy, kind::Text> from_text{10};
    static constexpr Slot<Copy, kind::Reference<struct Stage>> from_stage{11};
    static constexpr Slot<Copy, kind::Embedded<struct ImageReference>> from_image{12};
    static constexpr Slot<Copy, kind::Boolean> from_self{20};
    static constexpr Slot<Copy, kind::Boolean> from_is_index{21};
    static constexpr Slot<Copy, kind::Embedded<struct User>> owner{22};
    static constexpr Slot<Copy, kind::Integer> mode{32};
    static constexpr Slot<Copy, kind::Boolean> link{33};
    static constexpr Slot<Copy, kind::Text> checksum{34};
    static constexpr Slot<Copy, kind::List<kind::Text>> exclude{35};
};

struct CopySource {
    static constexpr Slot<CopySource, kind::Text> text{0};
    static constexpr Slot<CopySource, kind::Enumeration<CopySourceKind>> kind{1};
    static constexpr Slot<CopySource, kind::Boolean> is_archive{2};
    static constexpr Slot<CopySource, kind::Boolean> is_everything{3};
    static constexpr Slot<CopySource, kind::Boolean> ignored{4};
    static constexpr Slot<CopySource, kind::Text> url{5};
    static constexpr Slot<CopySource, kind::Text> git_reference{6};
    static constexpr Slot<CopySource, kind::Boolean> pinned{7};
    static constexpr Slot<CopySource, kind::List<kind::Text>> matches{8};
};

struct Variable {
    static constexpr Slot<Variable, kind::Reference<struct Instruction>> instruction{0};
    static constexpr Slot<Variable, kind::Text> name{1};
    static constexpr Slot<Variable, kind::Reference<struct Stage>> stage{2};
    static constexpr Slot<Variable, kind::Enumeration<Keyword>> keyword{3};
    static constexpr Slot<Variable, kind::Integer> line{4};
    static constexpr Slot<Variable, kind::Text> defined{5};
    static constexpr Slot<Variable, kind::Text> value{6};
    static constexpr Slot<Variable, kind::Boolean> is_legacy{7};
    static constexpr Slot<Variable, kind::List<kind::Text>> uses_itself{8};
};

struct LabelEntry {
    static constexpr Slot<LabelEntry, kind::Reference<struct Instruction>> instruction{0};
    static constexpr Slot<LabelEntry, kind::Text> name{1};
    static constexpr Slot<LabelEntry, kind::Reference<struct Stage>> stage{2};
    static constexpr Slot<LabelEntry, kind::Text> value{3};
    static constexpr Slot<LabelEntry, kind::Boolean> is_legacy{4};
    static constexpr Slot<LabelEntry, kind::Integer> line{5};
};

struct Expose {
    static constexpr Slot<Expose, kind::Reference<struct Instruction>> instruction{0};
    static constexpr Slot<Expose, kind::Text> text{1};
    static constexpr Slot<Expose, kind::Reference<struct Stage>> stage{2};
    static constexpr Slot<Expose, kind::Integer> number{3};
    static constexpr Slot<Expose, kind::Integer> last{4};
    static constexpr Slot<Expose, kind::Text> protocol_text{5};
    static constexpr Slot<Expose, kind::Boolean> has_host_part{6};
    static constexpr Slot<Expose, kind::Integer> line{7};
};

struct Manifest {
    static constexpr Slot<Manifest, kind::Text> media_type{0};
    static constexpr Slot<Manifest, kind::Size> size{1};
    static constexpr Slot<Manifest, kind::Size> unpacked_size{2};
    static constexpr Slot<Manifest, kind::Integer> layer_count{3};
    static constexpr Slot<Manifest, kind::Map<kind::Text>> annotations{4};
    static constexpr Slot<Manifest, kind::Text> subject{5};
    static constexpr Slot<Manifest, kind::Boolean> readable{6};
};

struct ImageIndex {
    static constexpr Slot<ImageIndex, kind::Text> digest{0};
    static constexpr Slot<ImageIndex, kind::List<kind::Embedded<struct IndexEntry>>> manifests{1};
};

struct IndexEntry {
    static constexpr Slot<IndexEntry, kind::Text> digest{0};
    static constexpr Slot<IndexEntry, kind::Enumeration<IndexRole>> role{1};
    static constexpr Slot<IndexEntry, kind::Embedded<struct Platform>> platform{2};
    static constexpr Slot<IndexEntry, kind::Text> attests{6};
};

struct HistoryStep {
    static constexpr Slot<HistoryStep, kind::Integer> position{0};
    static constexpr Slot<HistoryStep, kind::Time> created{1};
    static constexpr Slot<HistoryStep, kind::Text> created_by{2};
    static constexpr Slot<HistoryStep, kind::Enumeration<Keyword>> keyword{3};
    static constexpr Slot<HistoryStep, kind::Boolean> empty_layer{4};
    static constexpr Slot<HistoryStep, kind::Reference<struct Layer>> layer{5};
    static constexpr Slot<HistoryStep, kind::Text> comment{6};
    static constexpr Slot<HistoryStep, kind::List<kind::Text>> words{7};
};

struct Layer {
    static constexpr Slot<Layer, kind::Text> diff_id{0};
    static constexpr Slot<Layer, kind::Integer> index{1};
    static constexpr Slot<Layer, kind::Text> digest{2};
    static constexpr Slot<Layer, kind::Size> size{3};
    static constexpr Slot<Layer, kind::Text> created_by{4};
    static constexpr Slot<Layer, kind::Boolean> from_base{5};
    static constexpr Slot<Layer, kind::List<kind::Embedded<struct LayerEntry>>> files{6};
};

struct LayerEntry {
    static constexpr Slot<LayerEntry, kind::Reference<struct Layer>> layer{0};
    static constexpr Slot<LayerEntry, kind::Text> path{1};
    static constexpr Slot<LayerEntry, kind::Enumeration<FileKind>> kind{2};
    static constexpr Slot<LayerEntry, kind::Enumeration<Content>> content{3};
    static constexpr Slot<LayerEntry, kind::Size> size{4};
    static constexpr Slot<LayerEntry, kind::Integer> mode{5};
    static constexpr Slot<LayerEntry, kind::Boolean> executable{6};
    static constexpr Slot<LayerEntry, kind::Text> digest{7};
    static constexpr Slot<LayerEntry, kind::Boolean> is_whiteout{8};
    static constexpr Slot<LayerEntry, kind::Integer> removed_in{9};
};

struct File {
    static constexpr Slot<File, kind::Text> path{0};
    static constexpr Slot<File, kind::Reference<struct Layer>> layer{1};
    static constexpr Slot<File, kind::Enumeration<FileKind>> kind{2};
    static constexpr Slot<File, kind::Enumeration<Content>> content{3};
    static constexpr Slot<File, kind::Size> size{4};
    static constexpr Slot<File, kind::Text> digest{5};
    static constexpr Slot<File, kind::Text> target{6};
    static constexpr Slot<File, kind::Text> resolves_to{7};
    static constexpr Slot<File, kind::Integer> mode{8};
    static constexpr Slot<File, kind::Integer> uid{9};
    static constexpr Slot<File, kind::Integer> gid{10};
    static constexpr Slot<File, kind::Text> owner{11};
    static constexpr Slot<File, kind::Text> group{12};
    static constexpr Slot<File, kind::Boolean> setuid{13};
    static constexpr Slot<File, kind::Boolean> setgid{14};
    static constexpr Slot<File, kind::Boolean> sticky{15};
    static constexpr Slot<File, kind::Boolean> world_writable{16};
    static constexpr Slot<File, kind::Boolean> executable{17};
    static constexpr Slot<File, kind::Boolean> writable_by_user{18};
    static constexpr Slot<File, kind::Boolean> owned_by_user{19};
    static constexpr Slot<File, kind::List<kind::Text>> capabilities{20};
    static constexpr Slot<File, kind::List<kind::Text>> xattrs{21};
    static constexpr Slot<File, kind::Text> architecture{22};
    static constexpr Slot<File, kind::Text> interpreter{23};
    static constexpr Slot<File, kind::List<kind::Text>> needs{24};
    static constexpr Slot<File, kind::List<kind::Text>> packages{25};
    static constexpr Slot<File, kind::Boolean> from_base{26};
    static constexpr Slot<File, kind::Boolean> loaded{27};
    static constexpr Slot<File, kind::List<kind::Embedded<struct ContentMatch>>> matches{28};
};

struct ContentMatch {
    static constexpr Slot<ContentMatch, kind::Text> pattern{0};
    static constexpr Slot<ContentMatch, kind::Integer> line{1};
    static constexpr Slot<ContentMatch, kind::Text> text{2};
};

struct Account {
    static constexpr Slot<Account, kind::Text> name{0};
    static constexpr Slot<Account, kind::Integer> uid{1};
    static constexpr Slot<Account, kind::Integer> gid{2};
    static constexpr Slot<Account, kind::Text> home{3};
    static constexpr Slot<Account, kind::Text> shell{4};
    static constexpr Slot<Account, kind::Boolean> has_login_shell{5};
    static constexpr Slot<Account, kind::Enumeration<PasswordState>> password{6};
    static constexpr Slot<Account, kind::Text> entry{7};
};

struct AccountGroup {
    static constexpr Slot<AccountGroup, kind::Text> name{0};
    static constexpr Slot<AccountGroup, kind::Integer> gid{1};
    static constexpr Slot<AccountGroup, kind::List<kind::Text>> members{2};
};

struct PackageDatabase {
    static constexpr Slot<PackageDatabase, kind::Text> path{0};
    static constexpr Slot<PackageDatabase, kind::Enumeration<PackageType>> type{1};
    static constexpr Slot<PackageDatabase, kind::Boolean> readable{2};
    static constexpr Slot<PackageDatabase, kind::Integer> package_count{3};
    static constexpr Slot<PackageDatabase, kind::List<kind::Text>> mismatched{4};
    static constexpr Slot<PackageDatabase, kind::List<kind::Text>> missing{5};
};

struct PackageRepository {
    static constexpr Slot<PackageRepository, kind::Text> url{0};
    static constexpr Slot<PackageRepository, kind::Enumeration<PackageType>> type{1};
    static constexpr Slot<PackageRepository, kind::Text> scheme{2};
    static constexpr Slot<PackageRepository, kind::Text> signed_by{3};
    static constexpr Slot<PackageRepository, kind::Boolean> trusted_flag{4};
    static constexpr Slot<PackageRepository, kind::Text> path{5};
};

struct OperatingSystem {
    static constexpr Slot<OperatingSystem, kind::Text> id{0};
    static constexpr Slot<OperatingSystem, kind::Text> release{1};
    static constexpr Slot<OperatingSystem, kind::Text> codename{2};
    static constexpr Slot<OperatingSystem, kind::List<kind::Text>> like{3};
    static constexpr Slot<OperatingSystem, kind::Text> text{4};
    static constexpr Slot<OperatingSystem, kind::Time> end_of_life{5};
    static constexpr Slot<OperatingSystem, kind::Time> extended_end_of_life{6};
    static constexpr Slot<OperatingSystem, kind::Boolean> stated_ended{7};
};

struct Base {
    static constexpr Slot<Base, kind::Integer> position{0};
    static constexpr Slot<Base, kind::Enumeration<LineageSource>> source{1};
    static constexpr Slot<Base, kind::Embedded<struct ImageReference>> reference{2};
    static constexpr Slot<Base, kind::Text> digest{10};
    static constexpr Slot<Base, kind::Embedded<struct Platform>> platform{11};
    static constexpr Slot<Base, kind::Boolean> is_scratch{15};
    static constexpr Slot<Base, kind::Boolean> is_root{16};
    static constexpr Slot<Base, kind::Boolean> claimed{17};
    static constexpr Slot<Base, kind::List<kind::Text>> layers{18};
    static constexpr Slot<Base, kind::Time> created{19};
    static constexpr Slot<Base, kind::Embedded<struct ImageConfig>> config{20};
    static constexpr Slot<Base, kind::Embedded<struct OperatingSystem>> os{88};
    static constexpr Slot<Base, kind::List<kind::Embedded<struct Sighting>>> packages{97};
    static constexpr Slot<Base, kind::List<kind::Embedded<struct File>>> files{98};
    static constexpr Slot<Base, kind::List<kind::Embedded<struct Signature>>> signatures{99};
    static constexpr Slot<Base, kind::List<kind::Embedded<struct Provenance>>> provenance{100};
    static constexpr Slot<Base, kind::List<kind::Text>> vulnerabilities{101};
    static constexpr Slot<Base, kind::Embedded<struct NewestBase>> newest{102};
    static constexpr Slot<Base, kind::List<kind::Embedded<struct TagEvent>>> tag_history{106};
    static constexpr Slot<Base, kind::Embedded<struct TagSupport>> support{107};
};

struct NewestBase {
    static constexpr Slot<NewestBase, kind::Text> digest{0};
    static constexpr Slot<NewestBase, kind::Time> time{1};
    static constexpr Slot<NewestBase, kind::List<kind::Text>> fixes{2};
};

struct TagEvent {
    static constexpr Slot<TagEvent, kind::Text> digest{0};
    static constexpr Slot<TagEvent, kind::Time> time{1};
};

struct TagSupport {
    static constexpr Slot<TagSupport, kind::Boolean> supported{0};
    static constexpr Slot<TagSupport, kind::Time> until{1};
};

struct SecretMatch {
    static constexpr Slot<SecretMatch, kind::Text> rule{0};
    static constexpr Slot<SecretMatch, kind::Text> path{1};
    static constexpr Slot<SecretMatch, kind::Reference<struct Layer>> layer{2};
    static constexpr Slot<SecretMatch, kind::Integer> line{3};
    static constexpr Slot<SecretMatch, kind::Enumeration<Severity>> severity{4};
    static constexpr Slot<SecretMatch, kind::Boolean> verified{5};
    static constexpr Slot<SecretMatch, kind::Text> text{6};
    static constexpr Slot<SecretMatch, kind::Reference<struct Scan>> scan{7};
};

struct MalwareMatch {
    static constexpr Slot<MalwareMatch, kind::Text> signature{0};
    static constexpr Slot<MalwareMatch, kind::Text> path{1};
    static constexpr Slot<MalwareMatch, kind::Reference<struct Scan>> scan{2};
};

struct Sighting {
    static constexpr Slot<Sighting, kind::Text> id{0};
    static constexpr Slot<Sighting, kind::Enumeration<PackageType>> type{1};
    static constexpr Slot<Sighting, kind::Text> type_name{2};
    static constexpr Slot<Sighting, kind::Text> namespace_{3};
    static constexpr Slot<Sighting, kind::Text> name{4};
    static constexpr Slot<Sighting, kind::Version> version{5};
    static constexpr Slot<Sighting, kind::Text> version_text{6};
    static constexpr Slot<Sighting, kind::Embedded<struct Purl>> purl{7};
    static constexpr Slot<Sighting, kind::Text> purl_text{15};
    static constexpr Slot<Sighting, kind::List<kind::Text>> cpes{16};
    static constexpr Slot<Sighting, kind::List<kind::Text>> hashes{17};
    static constexpr Slot<Sighting, kind::Text> reference{18};
    static constexpr Slot<Sighting, kind::Text> licence{19};
    static constexpr Slot<Sighting, kind::List<kind::Text>> licence_texts{20};
    static constexpr Slot<Sighting, kind::Text> supplier{21};
    static constexpr Slot<Sighting, kind::Text> author{22};
    static constexpr Slot<Sighting, kind::Enumeration<Scope>> scope{23};
    static constexpr Slot<Sighting, kind::List<kind::Text>> files{24};
    static constexpr Slot<Sighting, kind::Reference<struct Layer>> layer{25};
    static constexpr Slot<Sighting, kind::Map<kind::Text>> properties{26};
    static constexpr Slot<Sighting, kind::Map<kind::Text>> external_references{27};
    static constexpr Slot<Sighting, kind::List<kind::Text>> depends_on{28};
    static constexpr Slot<Sighting, kind::Boolean> in_graph{29};
    static constexpr Slot<Sighting, kind::Boolean> reachable_from_root{30};
    static constexpr Slot<Sighting, kind::Embedded<struct Origin>> origin{31};
    static constexpr Slot<Sighting, kind::Reference<struct Package>> package{35};
};

struct Origin {
    static constexpr Slot<Origin, kind::Enumeration<OriginKind>> kind{0};
    static constexpr Slot<Origin, kind::Text> tool{1};
    static constexpr Slot<Origin, kind::Text> document{2};
};

struct Package {
    static constexpr Slot<Package, kind::Text> id{0};
    static constexpr Slot<Package, kind::Enumeration<PackageType>> type{1};
    static constexpr Slot<Package, kind::Text> type_name{2};
    static constexpr Slot<Package, kind::Text> namespace_{3};
    static constexpr Slot<Package, kind::Text> name{4};
    static constexpr Slot<Package, kind::Version> version{5};
    static constexpr Slot<Package, kind::Text> version_text{6};
    static constexpr Slot<Package, kind::Embedded<struct Purl>> purl{7};
    static constexpr Slot<Package, kind::Text> licence{15};
    static constexpr Slot<Package, kind::List<kind::Text>> licence_texts{16};
    static constexpr Slot<Package, kind::Text> supplier{17};
    static constexpr Slot<Package, kind::Enumeration<Scope>> scope{18};
    static constexpr Slot<Package, kind::List<kind::Text>> cpes{19};
    static constexpr Slot<Package, kind::Map<kind::Text>> properties{20};
    static constexpr Slot<Package, kind::Map<kind::Text>> external_references{21};
    static constexpr Slot<Package, kind::Boolean> is_os{22};
    static constexpr Slot<Package, kind::Text> source_name{23};
    static constexpr Slot<Package, kind::Version> source_version{24};
    static constexpr Slot<Package, kind::List<kind::Text>> files{25};
    static constexpr Slot<Package, kind::Reference<struct Layer>> layer{26};
    static constexpr Slot<Package, kind::Boolean> from_base{27};
    static constexpr Slot<Package, kind::List<kind::Embedded<struct Origin>>> origins{28};
    static constexpr Slot<Package, kind::Boolean> direct{29};
    static constexpr Slot<Package, kind::Integer> depth{30};
    static constexpr Slot<Package, kind::Boolean> reachable{31};
    static constexpr Slot<Package, kind::Enumeration<Use>> used{32};
    static constexpr Slot<Package, kind::Boolean> install_scripts{33};
    static constexpr Slot<Package, kind::Embedded<struct PackageSource>> source{34};
    static constexpr Slot<Package, kind::Embedded<struct PackageSignature>> signature{39};
    static constexpr Slot<Package, kind::Embedded<struct RegistryRecord>> registry{42};
    static constexpr Slot<Package, kind::Time> end_of_life{52};
};

struct PackageSource {
    static constexpr Slot<PackageSource, kind::Text> repository{0};
    static constexpr Slot<PackageSource, kind::Text> registry{1};
    static constexpr Slot<PackageSource, kind::Text> proxy{2};
    static constexpr Slot<PackageSource, kind::Text> vcs{3};
};

struct PackageSignature {
    static constexpr Slot<PackageSignature, kind::Text> key_id{0};
    static constexpr Slot<PackageSignature, kind::Boolean> valid{1};
};

struct RegistryRecord {
    static constexpr Slot<RegistryRecord, kind::Boolean> exists{0};
    static constexpr Slot<RegistryRecord, kind::Time> released{1};
    static constexpr Slot<RegistryRecord, kind::Version> newest{2};
    static constexpr Slot<RegistryRecord, kind::Time> newest_at{3};
    static constexpr Slot<RegistryRecord, kind::Integer> behind{4};
    static constexpr Slot<RegistryRecord, kind::Boolean> archived{5};
    static constexpr Slot<RegistryRecord, kind::Boolean> deprecated{6};
    static constexpr Slot<RegistryRecord, kind::Time> last_release{7};
    static constexpr Slot<RegistryRecord, kind::Text> popular_neighbour{8};
};

struct Sbom {
    static constexpr Slot<Sbom, kind::Text> document{0};
    static constexpr Slot<Sbom, kind::Enumeration<SbomFormat>> format{1};
    static constexpr Slot<Sbom, kind::Text> format_version{2};
    static constexpr Slot<Sbom, kind::Text> serial{3};
    static constexpr Slot<Sbom, kind::Boolean> valid{4};
    static constexpr Slot<Sbom, kind::List<kind::Text>> errors{5};
    static constexpr Slot<Sbom, kind::List<kind::Text>> subjects{6};
    static constexpr Slot<Sbom, kind::Boolean> matches_subject{7};
    static constexpr Slot<Sbom, kind::Time> time{8};
    static constexpr Slot<Sbom, kind::List<kind::Text>> authors{9};
    static constexpr Slot<Sbom, kind::Text> supplier{10};
    static constexpr Slot<Sbom, kind::List<kind::Embedded<struct Tool>>> tools{11};
    static constexpr Slot<Sbom, kind::Embedded<struct OperatingSystem>> os{12};
    static constexpr Slot<Sbom, kind::List<kind::Embedded<struct Sighting>>> packages{21};
    static constexpr Slot<Sbom, kind::Integer> file_count{22};
    static constexpr Slot<Sbom, kind::Boolean> has_graph{23};
    static constexpr Slot<Sbom, kind::Boolean> is_connected{24};
    static constexpr Slot<Sbom, kind::Boolean> declared_complete{25};
    static constexpr Slot<Sbom, kind::Boolean> verified{26};
    static constexpr Slot<Sbom, kind::Embedded<struct Identity>> identity{27};
};

struct Scan {
    static constexpr Slot<Scan, kind::Text> document{0};
    static constexpr Slot<Scan, kind::Embedded<struct Tool>> tool{1};
    static constexpr Slot<Scan, kind::List<kind::Enumeration<ScanKind>>> kinds{6};
    static constexpr Slot<Scan, kind::Time> time{7};
    static constexpr Slot<Scan, kind::Time> database_time{8};
    static constexpr Slot<Scan, kind::List<kind::Text>> subjects{9};
    static constexpr Slot<Scan, kind::Boolean> matches_subject{10};
    static constexpr Slot<Scan, kind::Embedded<struct OperatingSystem>> os{11};
    static constexpr Slot<Scan, kind::Boolean> os_supported{20};
    static constexpr Slot<Scan, kind::List<kind::Enumeration<PackageType>>> ecosystems{21};
    static constexpr Slot<Scan, kind::Boolean> all_layers{22};
    static constexpr Slot<Scan, kind::List<kind::Embedded<struct Sighting>>> packages{23};
    static constexpr Slot<Scan, kind::List<kind::Embedded<struct Suppressed>>> suppressed{24};
};

struct Suppressed {
    static constexpr Slot<Suppressed, kind::Text> id{0};
    static constexpr Slot<Suppressed, kind::Text> package_id{1};
    static constexpr Slot<Suppressed, kind::Text> reason{2};
    static constexpr Slot<Suppressed, kind::Enumeration<VexStatus>> status{3};
    static constexpr Slot<Suppressed, kind::Text> source{4};
};

struct Vulnerability {
    static constexpr Slot<Vulnerability, kind::Text> id{0};
    static constexpr Slot<Vulnerability, kind::Text> package_id{1};
    static constexpr Slot<Vulnerability, kind::List<kind::Text>> aliases{2};
    static constexpr Slot<Vulnerability, kind::Reference<struct Package>> package{3};
    static constexpr Slot<Vulnerability, kind::Text> package_name{4};
    static constexpr Slot<Vulnerability, kind::Version> installed{5};
    static constexpr Slot<Vulnerability, kind::Enumeration<Severity>> severity{6};
    static constexpr Slot<Vulnerability, kind::Decimal> cvss{7};
    static constexpr Slot<Vulnerability, kind::List<kind::Embedded<struct CvssScore>>> scores{8};
    static constexpr Slot<Vulnerability, kind::List<kind::Text>> cwes{9};
    static constexpr Slot<Vulnerability, kind::Text> title{10};
    static constexpr Slot<Vulnerability, kind::Text> url{11};
    static constexpr Slot<Vulnerability, kind::Time> published{12};
    static constexpr Slot<Vulnerability, kind::Time> modified{13};
    static constexpr Slot<Vulnerability, kind::Enumeration<FixState>> fix{14};
    static constexpr Slot<Vulnerability, kind::List<kind::Text>> fixed_in{15};
    static constexpr Slot<Vulnerability, kind::Time> fixed_at{16};
    static constexpr Slot<Vulnerability, kind::Reference<struct Layer>> layer{17};
    static constexpr Slot<Vulnerability, kind::Boolean> from_base{18};
    static constexpr Slot<Vulnerability, kind::Text> path{19};
    static constexpr Slot<Vulnerability, kind::Boolean> fixed_in_newest_base{20};
    static constexpr Slot<Vulnerability, kind::Boolean> is_new{21};
    static constexpr Slot<Vulnerability, kind::Embedded<struct KnownExploited>> known_exploited{22};
    static constexpr Slot<Vulnerability, kind::Embedded<struct Epss>> epss{26};
    static constexpr Slot<Vulnerability, kind::Embedded<struct VexEffect>> vex{30};
    static constexpr Slot<Vulnerability, kind::List<kind::Embedded<struct Report>>> reports{35};
    static constexpr Slot<Vulnerability, kind::List<kind::Text>> missed_by{36};
};

struct CvssScore {
    static constexpr Slot<CvssScore, kind::Text> source{0};
    static constexpr Slot<CvssScore, kind::Text> version{1};
    static constexpr Slot<CvssScore, kind::Text> vector{2};
    static constexpr Slot<CvssScore, kind::Decimal> score{3};
};

struct KnownExploited {
    static constexpr Slot<KnownExploited, kind::Time> added{0};
    static constexpr Slot<KnownExploited, kind::Time> due{1};
    static constexpr Slot<KnownExploited, kind::Boolean> ransomware{2};
};

struct Epss {
    static constexpr Slot<Epss, kind::Decimal> score{0};
    static constexpr Slot<Epss, kind::Decimal> percentile{1};
    static constexpr Slot<Epss, kind::Time> date{2};
};

struct Report {
    static constexpr Slot<Report, kind::Reference<struct Scan>> scan{0};
    static constexpr Slot<Report, kind::Enumeration<Severity>> severity{1};
    static constexpr Slot<Report, kind::Text> severity_source{2};
    static constexpr Slot<Report, kind::Enumeration<FixState>> fix{3};
    static constexpr Slot<Report, kind::List<kind::Text>> fixed_in{4};
};

struct VexEffect {
    static constexpr Slot<VexEffect, kind::Enumeration<VexStatus>> status{0};
    static constexpr Slot<VexEffect, kind::Enumeration<VexJustification>> justification{1};
    static constexpr Slot<VexEffect, kind::Reference<struct VexStatement>> statement{2};
    static constexpr Slot<VexEffect, kind::Boolean> contradicted{3};
};

struct VexStatement {
    static constexpr Slot<VexStatement, kind::Text> document{0};
    static constexpr Slot<VexStatement, kind::Text> vulnerability{1};
    static constexpr Slot<VexStatement, kind::Text> product{2};
    static constexpr Slot<VexStatement, kind::Enumeration<VexFormat>> format{3};
    static constexpr Slot<VexStatement, kind::Text> subcomponent{4};
    static constexpr Slot<VexStatement, kind::Text> product_id{5};
    static constexpr Slot<VexStatement, kind::Boolean> applies{6};
    static constexpr Slot<VexStatement, kind::Enumeration<VexStatus>> status{7};
    static constexpr Slot<VexStatement, kind::Enumeration<VexJustification>> justification{8};
    static constexpr Slot<VexStatement, kind::Text> impact{9};
    static constexpr Slot<VexStatement, kind::Text> action{10};
    static constexpr Slot<VexStatement, kind::Time> time{11};
    static constexpr Slot<VexStatement, kind::Text> author{12};
    static constexpr Slot<VexStatement, kind::Boolean> superseded{13};
    static constexpr Slot<VexStatement, kind::Boolean> contradicted{14};
    static constexpr Slot<VexStatement, kind::Boolean> verified{15};
    static constexpr Slot<VexStatement, kind::Embedded<struct Identity>> identity{16};
};

struct ContainerImage {
    static constexpr Slot<ContainerImage, kind::Embedded<struct ImageReference>> reference{0};
    static constexpr Slot<ContainerImage, kind::Text> digest{8};
    static constexpr Slot<ContainerImage, kind::Text> id{9};
    static constexpr Slot<ContainerImage, kind::Enumeration<PullPolicy>> pull_policy{10};
    static constexpr Slot<ContainerImage, kind::Boolean> is_subject{11};
};

struct Namespace {
    static constexpr Slot<Namespace, kind::Enumeration<NamespaceMode>> mode{0};
    static constexpr Slot<Namespace, kind::Text> target{1};
};

struct Profile {
    static constexpr Slot<Profile, kind::Enumeration<ProfileKind>> kind{0};
    static constexpr Slot<Profile, kind::Text> name{1};
};

struct Selinux {
    static constexpr Slot<Selinux, kind::Text> type{0};
    static constexpr Slot<Selinux, kind::Text> user{1};
    static constexpr Slot<Selinux, kind::Text> role{2};
    static constexpr Slot<Selinux, kind::Text> level{3};
    static constexpr Slot<Selinux, kind::Boolean> disabled{4};
};

struct Capabilities {
    static constexpr Slot<Capabilities, kind::List<kind::Text>> add{0};
    static constexpr Slot<Capabilities, kind::List<kind::Text>> drop{1};
};

struct Mount {
    static constexpr Slot<Mount, kind::Text> target{0};
    static constexpr Slot<Mount, kind::Enumeration<MountKind>> kind{1};
    static constexpr Slot<Mount, kind::Text> source{2};
    static constexpr Slot<Mount, kind::Text> volume{3};
    static constexpr Slot<Mount, kind::Boolean> read_only{4};
    static constexpr Slot<Mount, kind::Enumeration<Propagation>> propagation{5};
    static constexpr Slot<Mount, kind::List<kind::Text>> options{6};
    static constexpr Slot<Mount, kind::Size> size{7};
    static constexpr Slot<Mount, kind::Text> sub_path{8};
    static constexpr Slot<Mount, kind::Boolean> is_runtime_socket{9};
    static constexpr Slot<Mount, kind::Boolean> is_host{10};
    static constexpr Slot<Mount, kind::List<kind::Text>> shared_with{11};
};

struct Device {
    static constexpr Slot<Device, kind::Text> host_path{0};
    static constexpr Slot<Device, kind::Text> container_path{1};
    static constexpr Slot<Device, kind::Text> permissions{2};
};

struct PublishedPort {
    static constexpr Slot<PublishedPort, kind::Integer> container_port{0};
    static constexpr Slot<PublishedPort, kind::Enumeration<Protocol>> protocol{1};
    static constexpr Slot<PublishedPort, kind::Text> host_address{2};
    static constexpr Slot<PublishedPort, kind::Integer> last{3};
    static constexpr Slot<PublishedPort, kind::Integer> host_port{4};
    static constexpr Slot<PublishedPort, kind::Integer> host_last{5};
    static constexpr Slot<PublishedPort, kind::Boolean> is_bound{6};
    static constexpr Slot<PublishedPort, kind::Boolean> is_loopback{7};
    static constexpr Slot<PublishedPort, kind::Boolean> is_exposed{8};
};

struct ContainerVariable {
    static constexpr Slot<ContainerVariable, kind::Text> name{0};
    static constexpr Slot<ContainerVariable, kind::Text> value{1};
    static constexpr Slot<ContainerVariable, kind::Enumeration<ValueSource>> source{2};
    static constexpr Slot<ContainerVariable, kind::Text> object{3};
    static constexpr Slot<ContainerVariable, kind::Boolean> overrides_image{4};
};

struct Resources {
    static constexpr Slot<Resources, kind::Size> memory{0};
    static constexpr Slot<Resources, kind::Size> memory_reservation{1};
    static constexpr Slot<Resources, kind::Size> memory_swap{2};
    static constexpr Slot<Resources, kind::Size> memory_request{3};
    static constexpr Slot<Resources, kind::Decimal> cpus{4};
    static constexpr Slot<Resources, kind::Integer> cpu_shares{5};
    static constexpr Slot<Resources, kind::Decimal> cpu_request{6};
    static constexpr Slot<Resources, kind::Integer> pids{7};
    static constexpr Slot<Resources, kind::Size> ephemeral_storage{8};
    static constexpr Slot<Resources, kind::Size> ephemeral_storage_request{9};
    static constexpr Slot<Resources, kind::List<kind::Embedded<struct Ulimit>>> ulimits{10};
};

struct Ulimit {
    static constexpr Slot<Ulimit, kind::Text> name{0};
    static constexpr Slot<Ulimit, kind::Integer> soft{1};
    static constexpr Slot<Ulimit, kind::Integer> hard{2};
};

struct Probe {
    static constexpr Slot<Probe, kind::Enumeration<ProbeRole>> role{0};
    static constexpr Slot<Probe, kind::Enumeration<ProbeKind>> kind{1};
    static constexpr Slot<Probe, kind::Text> host{2};
    static constexpr Slot<Probe, kind::Text> port{3};
    static constexpr Slot<Probe, kind::Text> path{4};
    static constexpr Slot<Probe, kind::Embedded<struct Exec>> exec{5};
    static constexpr Slot<Probe, kind::Duration> period{19};
};

struct Effective {
    static constexpr Slot<Effective, kind::Embedded<struct User>> user{0};
    static constexpr Slot<Effective, kind::Boolean> run_as_non_root{10};
    static constexpr Slot<Effective, kind::List<kind::Integer>> groups{11};
    static constexpr Slot<Effective, kind::Boolean> privileged{12};
    static constexpr Slot<Effective, kind::Boolean> no_new_privileges{13};
    static constexpr Slot<Effective, kind::Boolean> read_only_root{14};
    static constexpr Slot<Effective, kind::List<kind::Text>> capabilities{15};
    static constexpr Slot<Effective, kind::Embedded<struct Profile>> seccomp{16};
    static constexpr Slot<Effective, kind::Embedded<struct Profile>> apparmor{19};
    static constexpr Slot<Effective, kind::Embedded<struct Selinux>> selinux{22};
    static constexpr Slot<Effective, kind::List<kind::Text>> command{28};
    static constexpr Slot<Effective, kind::Boolean> replaces_entrypoint{29};
    static constexpr Slot<Effective, kind::List<kind::Embedded<struct EnvVariable>>> env{30};
    static constexpr Slot<Effective, kind::Embedded<struct Healthcheck>> healthcheck{31};
    static constexpr Slot<Effective, kind::Text> stop_signal{51};
    static constexpr Slot<Effective, kind::Boolean> automount_token{52};
    static constexpr Slot<Effective, kind::Boolean> host_users{53};
};

struct Container {
    static constexpr Slot<Container, kind::Text> group{0};
    static constexpr Slot<Container, kind::Text> name{1};
    static constexpr Slot<Container, kind::Enumeration<RuntimeOrigin>> origin{2};
    static constexpr Slot<Container, kind::Enumeration<ContainerKind>> kind{3};
    static constexpr Slot<Container, kind::Embedded<struct ContainerImage>> image{4};
    static constexpr Slot<Container, kind::Reference<struct Pod>> pod{17};
    static constexpr Slot<Container, kind::Reference<struct Project>> project{18};
    static constexpr Slot<Container, kind::Boolean> running{19};
    static constexpr Slot<Container, kind::Map<kind::Text>> labels{20};
    static constexpr Slot<Container, kind::Map<kind::Text>> annotations{21};
    static constexpr Slot<Container, kind::Embedded<struct Exec>> entrypoint{22};
    static constexpr Slot<Container, kind::Embedded<struct Exec>> arguments{36};
    static constexpr Slot<Container, kind::Embedded<struct User>> user{50};
    static constexpr Slot<Container, kind::Integer> run_as_group{60};
    static constexpr Slot<Container, kind::Text> workdir{61};
    static constexpr Slot<Container, kind::Text> stop_signal{62};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct ContainerVariable>>> env{63};
    static constexpr Slot<Container, kind::Boolean> run_as_non_root{64};
    static constexpr Slot<Container, kind::List<kind::Text>> supplementary_groups{65};
    static constexpr Slot<Container, kind::Boolean> privileged{66};
    static constexpr Slot<Container, kind::Boolean> no_new_privileges{67};
    static constexpr Slot<Container, kind::Boolean> read_only_root{68};
    static constexpr Slot<Container, kind::Embedded<struct Capabilities>> capabilities{69};
    static constexpr Slot<Container, kind::Embedded<struct Profile>> seccomp{72};
    static constexpr Slot<Container, kind::Embedded<struct Profile>> apparmor{75};
    static constexpr Slot<Container, kind::Embedded<struct Selinux>> selinux{78};
    static constexpr Slot<Container, kind::List<kind::Text>> security_options{84};
    static constexpr Slot<Container, kind::Boolean> has_security_context{85};
    static constexpr Slot<Container, kind::Boolean> proc_masked{86};
    static constexpr Slot<Container, kind::Text> proc_mount{87};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> network{88};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> pid{91};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> ipc{94};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> uts{97};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> user_namespace{100};
    static constexpr Slot<Container, kind::Embedded<struct Namespace>> cgroup_namespace{103};
    static constexpr Slot<Container, kind::List<kind::Text>> networks{106};
    static constexpr Slot<Container, kind::Text> cgroup_parent{107};
    static constexpr Slot<Container, kind::Map<kind::Text>> sysctls{108};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct Mount>>> mounts{109};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct Device>>> devices{110};
    static constexpr Slot<Container, kind::List<kind::Text>> device_rules{111};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct PublishedPort>>> ports{112};
    static constexpr Slot<Container, kind::Boolean> publish_all{113};
    static constexpr Slot<Container, kind::Embedded<struct Resources>> resources{114};
    static constexpr Slot<Container, kind::Enumeration<RestartPolicy>> restart{126};
    static constexpr Slot<Container, kind::Integer> restart_limit{127};
    static constexpr Slot<Container, kind::Embedded<struct Healthcheck>> healthcheck{128};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct Probe>>> probes{148};
    static constexpr Slot<Container, kind::List<kind::Text>> host_aliases{149};
    static constexpr Slot<Container, kind::Boolean> host_process{150};
    static constexpr Slot<Container, kind::Embedded<struct Effective>> effective{151};
    static constexpr Slot<Container, kind::List<kind::Text>> uncovered_writes{206};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct Change>>> changes{207};
    static constexpr Slot<Container, kind::List<kind::Embedded<struct ExecEvent>>> exec_events{208};
};

struct Change {
    static constexpr Slot<Change, kind::Text> path{0};
    static constexpr Slot<Change, kind::Enumeration<ChangeKind>> kind{1};
    static constexpr Slot<Change, kind::Boolean> executable{2};
};

struct ExecEvent {
    static constexpr Slot<ExecEvent, kind::Time> time{0};
    static constexpr Slot<ExecEvent, kind::Embedded<struct User>> user{1};
    static constexpr Slot<ExecEvent, kind::Boolean> privileged{11};
    static constexpr Slot<ExecEvent, kind::Text> command{12};
};

struct Pod {
    static constexpr Slot<Pod, kind::Text> namespace_{0};
    static constexpr Slot<Pod, kind::Text> kind{1};
    static constexpr Slot<Pod, kind::Text> name{2};
    static constexpr Slot<Pod, kind::Integer> replicas{3};
    static constexpr Slot<Pod, kind::Map<kind::Text>> labels{4};
    static constexpr Slot<Pod, kind::Map<kind::Text>> annotations{5};
    static constexpr Slot<Pod, kind::Boolean> run_as_non_root{6};
    static constexpr Slot<Pod, kind::Embedded<struct User>> user{7};
    static constexpr Slot<Pod, kind::Integer> run_as_group{17};
    static constexpr Slot<Pod, kind::Integer> fs_group{18};
    static constexpr Slot<Pod, kind::List<kind::Text>> supplementary_groups{19};
    static constexpr Slot<Pod, kind::Embedded<struct Profile>> seccomp{20};
    static constexpr Slot<Pod, kind::Embedded<struct Profile>> apparmor{23};
    static constexpr Slot<Pod, kind::Embedded<struct Selinux>> selinux{26};
    static constexpr Slot<Pod, kind::Boolean> has_security_context{32};
    static constexpr Slot<Pod, kind::Boolean> host_network{33};
    static constexpr Slot<Pod, kind::Boolean> host_pid{34};
    static constexpr Slot<Pod, kind::Boolean> host_ipc{35};
    static constexpr Slot<Pod, kind::Boolean> host_users{36};
    static constexpr Slot<Pod, kind::Boolean> share_process_namespace{37};
    static constexpr Slot<Pod, kind::Map<kind::Text>> sysctls{38};
    static constexpr Slot<Pod, kind::Text> service_account{39};
    static constexpr Slot<Pod, kind::Boolean> automount_token{40};
    static constexpr Slot<Pod, kind::List<kind::Text>> host_aliases{41};
    static constexpr Slot<Pod, kind::Boolean> host_process{42};
    static constexpr Slot<Pod, kind::Text> os{43};
    static constexpr Slot<Pod, kind::Text> runtime_class{44};
    static constexpr Slot<Pod, kind::List<kind::Embedded<struct Volume>>> volumes{45};
    static constexpr Slot<Pod, kind::List<kind::Text>> containers{46};
    static constexpr Slot<Pod, kind::Boolean> exposed{47};
};

struct Volume {
    static constexpr Slot<Volume, kind::Text> name{0};
    static constexpr Slot<Volume, kind::Enumeration<MountKind>> kind{1};
    static constexpr Slot<Volume, kind::Text> source{2};
    static constexpr Slot<Volume, kind::Boolean> read_only{3};
};

struct Project {
    static constexpr Slot<Project, kind::Text> name{0};
    static constexpr Slot<Project, kind::List<kind::Text>> files{1};
    static constexpr Slot<Project, kind::List<kind::Embedded<struct Service>>> services{2};
};

struct Service {
    static constexpr Slot<Service, kind::Text> name{0};
    static constexpr Slot<Service, kind::List<kind::Text>> profiles{1};
    static constexpr Slot<Service, kind::Boolean> active{2};
    static constexpr Slot<Service, kind::Embedded<struct ImageReference>> image{3};
    static constexpr Slot<Service, kind::Boolean> has_build{11};
    static constexpr Slot<Service, kind::Boolean> has_evidence{12};
};

struct ConfigObject {
    static constexpr Slot<ConfigObject, kind::Text> kind{0};
    static constexpr Slot<ConfigObject, kind::Text> namespace_{1};
    static constexpr Slot<ConfigObject, kind::Text> name{2};
    static constexpr Slot<ConfigObject, kind::List<kind::Text>> keys{3};
    static constexpr Slot<ConfigObject, kind::Map<kind::Text>> values{4};
    static constexpr Slot<ConfigObject, kind::Boolean> is_external{5};
};

struct Signature {
    static constexpr Slot<Signature, kind::Text> subject{0};
    static constexpr Slot<Signature, kind::Text> identity_text{1};
    static constexpr Slot<Signature, kind::Enumeration<SignatureFormat>> format{2};
    static constexpr Slot<Signature, kind::Boolean> verified{3};
    static constexpr Slot<Signature, kind::Text> reason{4};
    static constexpr Slot<Signature, kind::Text> verified_by{5};
    static constexpr Slot<Signature, kind::Embedded<struct Identity>> identity{6};
    static constexpr Slot<Signature, kind::Time> time{12};
    static constexpr Slot<Signature, kind::Enumeration<TimeSource>> time_source{13};
    static constexpr Slot<Signature, kind::Embedded<struct LogEntry>> log{14};
    static constexpr Slot<Signature, kind::Time> not_before{18};
    static constexpr Slot<Signature, kind::Time> not_after{19};
    static constexpr Slot<Signature, kind::Boolean> in_validity{20};
    static constexpr Slot<Signature, kind::Boolean> covers_manifest{21};
    static constexpr Slot<Signature, kind::Boolean> covers_index{22};
};

struct LogEntry {
    static constexpr Slot<LogEntry, kind::Text> log{0};
    static constexpr Slot<LogEntry, kind::Integer> index{1};
    static constexpr Slot<LogEntry, kind::Boolean> verified{2};
};

struct Statement {
    static constexpr Slot<Statement, kind::Text> predicate_digest{0};
    static constexpr Slot<Statement, kind::Text> predicate_type{1};
    static constexpr Slot<Statement, kind::List<kind::Text>> subjects{2};
    static constexpr Slot<Statement, kind::Boolean> matches_subject{3};
    static constexpr Slot<Statement, kind::Boolean> covers_manifest{4};
    static constexpr Slot<Statement, kind::Boolean> covers_index{5};
    static constexpr Slot<Statement, kind::Boolean> verified{6};
    static constexpr Slot<Statement, kind::Text> reason{7};
    static constexpr Slot<Statement, kind::Embedded<struct Identity>> identity{8};
    static constexpr Slot<Statement, kind::Time> time{14};
    static constexpr Slot<Statement, kind::Boolean> is_known_type{15};
};

struct Provenance {
    static constexpr Slot<Provenance, kind::Reference<struct Statement>> statement{0};
    static constexpr Slot<Provenance, kind::List<kind::Text>> subjects{1};
    static constexpr Slot<Provenance, kind::Enumeration<SlsaForm>> form{2};
    static constexpr Slot<Provenance, kind::Text> predicate_type{3};
    static constexpr Slot<Provenance, kind::Text> build_type{4};
    static constexpr Slot<Provenance, kind::Boolean> is_known_type{5};
    static constexpr Slot<Provenance, kind::Boolean> verified{6};
    static constexpr Slot<Provenance, kind::Embedded<struct Identity>> identity{7};
    static constexpr Slot<Provenance, kind::Text> builder{13};
    static constexpr Slot<Provenance, kind::Integer> builder_level{14};
    static constexpr Slot<Provenance, kind::Text> builder_version{15};
    static constexpr Slot<Provenance, kind::Text> invocation{16};
    static constexpr Slot<Provenance, kind::Time> started{17};
    static constexpr Slot<Provenance, kind::Time> finished{18};
    static constexpr Slot<Provenance, kind::Map<kind::Text>> external_parameters{19};
    static constexpr Slot<Provenance, kind::Map<kind::Text>> internal_parameters{20};
    static constexpr Slot<Provenance, kind::List<kind::Text>> policies{21};
    static constexpr Slot<Provenance, kind::Embedded<struct Source>> source{22};
    static constexpr Slot<Provenance, kind::List<kind::Embedded<struct Material>>> materials{28};
    static constexpr Slot<Provenance, kind::Boolean> hermetic{29};
    static constexpr Slot<Provenance, kind::Boolean> reproducible{30};
    static constexpr Slot<Provenance, kind::Boolean> parameters_complete{31};
    static constexpr Slot<Provenance, kind::Boolean> environment_complete{32};
    static constexpr Slot<Provenance, kind::Boolean> materials_complete{33};
    static constexpr Slot<Provenance, kind::Boolean> is_privileged{34};
    static constexpr Slot<Provenance, kind::List<kind::Embedded<struct Task>>> tasks{35};
    static constexpr Slot<Provenance, kind::Text> dockerfile_path{36};
    static constexpr Slot<Provenance, kind::Text> dockerfile_digest{37};
};

struct Source {
    static constexpr Slot<Source, kind::Text> uri{0};
    static constexpr Slot<Source, kind::Text> digest{1};
    static constexpr Slot<Source, kind::Text> ref{2};
    static constexpr Slot<Source, kind::Text> path{3};
    static constexpr Slot<Source, kind::Boolean> is_commit{4};
};

struct Material {
    static constexpr Slot<Material, kind::Text> uri{0};
    static constexpr Slot<Material, kind::Enumeration<MaterialKind>> kind{1};
    static constexpr Slot<Material, kind::List<kind::Text>> digests{2};
    static constexpr Slot<Material, kind::Embedded<struct ImageReference>> image{3};
};

struct Task {
    static constexpr Slot<Task, kind::Text> name{0};
    static constexpr Slot<Task, kind::Text> reference{1};
    static constexpr Slot<Task, kind::Text> digest{2};
    static constexpr Slot<Task, kind::Boolean> trusted{3};
    static constexpr Slot<Task, kind::Embedded<struct ImageReference>> image{4};
    static constexpr Slot<Task, kind::Map<kind::Text>> parameters{12};
    static constexpr Slot<Task, kind::Boolean> succeeded{13};
};

struct TestOutcome {
    static constexpr Slot<TestOutcome, kind::Text> name{0};
    static constexpr Slot<TestOutcome, kind::Enumeration<TestResult>> result{1};
    static constexpr Slot<TestOutcome, kind::Text> url{2};
    static constexpr Slot<TestOutcome, kind::List<kind::Text>> subjects{3};
    static constexpr Slot<TestOutcome, kind::Boolean> matches_subject{4};
    static constexpr Slot<TestOutcome, kind::Boolean> verified{5};
    static constexpr Slot<TestOutcome, kind::Time> time{6};
};

struct Summary {
    static constexpr Slot<Summary, kind::Text> verifier{0};
    static constexpr Slot<Summary, kind::Time> time{1};
    static constexpr Slot<Summary, kind::Text> resource{2};
    static constexpr Slot<Summary, kind::Text> policy{3};
    static constexpr Slot<Summary, kind::Text> policy_digest{4};
    static constexpr Slot<Summary, kind::Text> environment{5};
    static constexpr Slot<Summary, kind::Boolean> passed{6};
    static constexpr Slot<Summary, kind::List<kind::Text>> levels{7};
    static constexpr Slot<Summary, kind::List<kind::Text>> inputs{8};
    static constexpr Slot<Summary, kind::Boolean> matches_subject{9};
    static constexpr Slot<Summary, kind::Boolean> verified{10};
};

struct SourceAttestation {
    static constexpr Slot<SourceAttestation, kind::Text> repository{0};
    static constexpr Slot<SourceAttestation, kind::Text> revision{1};
    static constexpr Slot<SourceAttestation, kind::Integer> level{2};
    static constexpr Slot<SourceAttestation, kind::Boolean> verified{3};
    static constexpr Slot<SourceAttestation, kind::Embedded<struct Identity>> identity{4};
    static constexpr Slot<SourceAttestation, kind::Boolean> branch_protected{10};
    static constexpr Slot<SourceAttestation, kind::Boolean> reviewed{11};
};

struct SourceImage {
    static constexpr Slot<SourceImage, kind::Text> digest{0};
    static constexpr Slot<SourceImage, kind::Boolean> verified{1};
};

struct Reproduction {
    static constexpr Slot<Reproduction, kind::Text> builder{0};
    static constexpr Slot<Reproduction, kind::Text> digest{1};
    static constexpr Slot<Reproduction, kind::Boolean> matches_subject{2};
    static constexpr Slot<Reproduction, kind::Time> time{3};
    static constexpr Slot<Reproduction, kind::Boolean> verified{4};
};

struct Trust {
    static constexpr Slot<Trust, kind::List<kind::Embedded<struct TrustedBuilder>>> builders{0};
    static constexpr Slot<Trust, kind::List<kind::Embedded<struct TrustedIdentity>>> identities{1};
    static constexpr Slot<Trust, kind::List<kind::Embedded<struct TrustedKey>>> keys{2};
    static constexpr Slot<Trust, kind::List<kind::Embedded<struct TrustRoot>>> roots{3};
    static constexpr Slot<Trust, kind::List<kind::Text>> publishers{4};
};

struct TrustedBuilder {
    static constexpr Slot<TrustedBuilder, kind::Text> id{0};
    static constexpr Slot<TrustedBuilder, kind::Integer> level{1};
};

struct TrustedIdentity {
    static constexpr Slot<TrustedIdentity, kind::Text> issuer{0};
    static constexpr Slot<TrustedIdentity, kind::Text> subject{1};
};

struct TrustedKey {
    static constexpr Slot<TrustedKey, kind::Text> id{0};
    static constexpr Slot<TrustedKey, kind::Time> not_before{1};
    static constexpr Slot<TrustedKey, kind::Time> not_after{2};
    static constexpr Slot<TrustedKey, kind::Time> revoked_at{3};
};

struct TrustRoot {
    static constexpr Slot<TrustRoot, kind::Text> name{0};
    static constexpr Slot<TrustRoot, kind::Time> expires{1};
    static constexpr Slot<TrustRoot, kind::Time> updated{2};
};

struct Reference {
    static constexpr Slot<Reference, kind::Enumeration<ReferenceRole>> role{0};
    static constexpr Slot<Reference, kind::Embedded<struct ImageReference>> image{1};
    static constexpr Slot<Reference, kind::Text> where{9};
    static constexpr Slot<Reference, kind::Boolean> in_image{10};
};

struct Evidence {
    static constexpr Slot<Evidence, kind::Enumeration<EvidenceKind>> kind{0};
    static constexpr Slot<Evidence, kind::Text> document{1};
    static constexpr Slot<Evidence, kind::Text> tool{2};
    static constexpr Slot<Evidence, kind::Time> time{3};
    static constexpr Slot<Evidence, kind::Text> subject{4};
    static constexpr Slot<Evidence, kind::Boolean> matches_subject{5};
    static constexpr Slot<Evidence, kind::Boolean> verified{6};
    static constexpr Slot<Evidence, kind::Embedded<struct Identity>> identity{7};
};

struct PreviousRelease {
    static constexpr Slot<PreviousRelease, kind::Embedded<struct ImageReference>> reference{0};
    static constexpr Slot<PreviousRelease, kind::Text> digest{8};
    static constexpr Slot<PreviousRelease, kind::Time> created{9};
    static constexpr Slot<PreviousRelease, kind::List<kind::Embedded<struct Sighting>>> packages{10};
    static constexpr Slot<PreviousRelease, kind::List<kind::Text>> vulnerabilities{11};
    static constexpr Slot<PreviousRelease, kind::Embedded<struct ImageConfig>> config{12};
    static constexpr Slot<PreviousRelease, kind::Size> size{80};
};

struct SourceTree {
    static constexpr Slot<SourceTree, kind::List<kind::Embedded<struct UpdateTool>>> update_tools{0};
    static constexpr Slot<SourceTree, kind::List<kind::Text>> manifests{1};
    static constexpr Slot<SourceTree, kind::List<kind::Text>> lock_files{2};
};

struct UpdateTool {
    static constexpr Slot<UpdateTool, kind::Text> name{0};
    static constexpr Slot<UpdateTool, kind::Text> path{1};
    static constexpr Slot<UpdateTool, kind::List<kind::Text>> ecosystems{2};
    static constexpr Slot<UpdateTool, kind::Boolean> covers_dockerfile{3};
};

struct Daemon {
    static constexpr Slot<Daemon, kind::Boolean> rootless{0};
    static constexpr Slot<Daemon, kind::Boolean> icc{1};
    static constexpr Slot<Daemon, kind::Text> log_level{2};
    static constexpr Slot<Daemon, kind::Boolean> iptables{3};
    static constexpr Slot<Daemon, kind::List<kind::Text>> insecure_registries{4};
    static constexpr Slot<Daemon, kind::List<kind::Text>> registry_mirrors{5};
    static constexpr Slot<Daemon, kind::Text> storage_driver{6};
    static constexpr Slot<Daemon, kind::Map<kind::Text>> storage_options{7};
    static constexpr Slot<Daemon, kind::List<kind::Text>> hosts{8};
    static constexpr Slot<Daemon, kind::Boolean> tls{9};
    static constexpr Slot<Daemon, kind::Boolean> tls_verify{10};
    static constexpr Slot<Daemon, kind::List<kind::Embedded<struct Ulimit>>> default_ulimits{11};
    static constexpr Slot<Daemon, kind::Text> userns_remap{12};
    static constexpr Slot<Daemon, kind::Text> cgroup_parent{13};
    static constexpr Slot<Daemon, kind::List<kind::Text>> authorization_plugins{14};
    static constexpr Slot<Daemon, kind::Text> log_driver{15};
    static constexpr Slot<Daemon, kind::Boolean> no_new_privileges{16};
    static constexpr Slot<Daemon, kind::Boolean> live_restore{17};
    static constexpr Slot<Daemon, kind::Boolean> userland_proxy{18};
    static constexpr Slot<Daemon, kind::Embedded<struct Profile>> seccomp{19};
    static constexpr Slot<Daemon, kind::Boolean> experimental{22};
    static constexpr Slot<Daemon, kind::Boolean> content_trust{23};
    static constexpr Slot<Daemon, kind::Text> root_directory{24};
    static constexpr Slot<Daemon, kind::List<kind::Text>> security_options{25};
    static constexpr Slot<Daemon, kind::List<kind::Text>> warnings{26};
};

struct Component {
    static constexpr Slot<Component, kind::Text> name{0};
    static constexpr Slot<Component, kind::Version> version{1};
    static constexpr Slot<Component, kind::Text> text{2};
    static constexpr Slot<Component, kind::Time> released{3};
    static constexpr Slot<Component, kind::Version> newest{4};
};

struct HostFile {
    static constexpr Slot<HostFile, kind::Text> path{0};
    static constexpr Slot<HostFile, kind::Text> owner{1};
    static constexpr Slot<HostFile, kind::Text> group{2};
    static constexpr Slot<HostFile, kind::Integer> uid{3};
    static constexpr Slot<HostFile, kind::Integer> gid{4};
    static constexpr Slot<HostFile, kind::Integer> mode{5};
    static constexpr Slot<HostFile, kind::Enumeration<FileKind>> kind{6};
};

struct AuditRule {
    static constexpr Slot<AuditRule, kind::Text> path{0};
    static constexpr Slot<AuditRule, kind::Text> permissions{1};
    static constexpr Slot<AuditRule, kind::Text> text{2};
};

struct HostGroup {
    static constexpr Slot<HostGroup, kind::Text> name{0};
    static constexpr Slot<HostGroup, kind::List<kind::Text>> members{1};
};

struct HostMount {
    static constexpr Slot<HostMount, kind::Text> target{0};
    static constexpr Slot<HostMount, kind::Text> source{1};
    static constexpr Slot<HostMount, kind::Text> type{2};
    static constexpr Slot<HostMount, kind::List<kind::Text>> options{3};
};

struct Swarm {
    static constexpr Slot<Swarm, kind::Boolean> active{0};
    static constexpr Slot<Swarm, kind::Integer> managers{1};
    static constexpr Slot<Swarm, kind::Integer> workers{2};
    static constexpr Slot<Swarm, kind::Boolean> autolock{3};
    static constexpr Slot<Swarm, kind::Duration> certificate_expiry{4};
    static constexpr Slot<Swarm, kind::Text> listen_address{5};
    static constexpr Slot<Swarm, kind::Text> data_address{6};
    static constexpr Slot<Swarm, kind::Integer> secrets{7};
    static constexpr Slot<Swarm, kind::List<kind::Embedded<struct OverlayNetwork>>> networks{8};
};

struct OverlayNetwork {
    static constexpr Slot<OverlayNetwork, kind::Text> name{0};
    static constexpr Slot<OverlayNetwork, kind::Boolean> encrypted{1};
};

struct HostImage {
    static constexpr Slot<HostImage, kind::Text> id{0};
    static constexpr Slot<HostImage, kind::List<kind::Text>> names{1};
    static constexpr Slot<HostImage, kind::Size> size{2};
    static constexpr Slot<HostImage, kind::Integer> containers{3};
    static constexpr Slot<HostImage, kind::Time> created{4};
};

struct HostContainer {
    static constexpr Slot<HostContainer, kind::Text> id{0};
    static constexpr Slot<HostContainer, kind::Text> name{1};
    static constexpr Slot<HostContainer, kind::Boolean> running{2};
    static constexpr Slot<HostContainer, kind::Time> finished{3};
};

struct HardeningCheck {
    static constexpr Slot<HardeningCheck, kind::Text> id{0};
    static constexpr Slot<HardeningCheck, kind::Enumeration<TestResult>> result{1};
    static constexpr Slot<HardeningCheck, kind::Text> text{2};
};

struct Feeds {
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> epss{0};
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> known_exploited{4};
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> fix_dates{8};
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> end_of_life{12};
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> registry{16};
    static constexpr Slot<Feeds, kind::Embedded<struct Feed>> tags{20};
};

struct Dockerfile {
    static constexpr Slot<Dockerfile, kind::Text> path{0};
    static constexpr Slot<Dockerfile, kind::Text> digest{1};
    static constexpr Slot<Dockerfile, kind::Text> syntax{2};
    static constexpr Slot<Dockerfile, kind::Text> escape{3};
    static constexpr Slot<Dockerfile, kind::Integer> line_count{4};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct ParseError>>> errors{5};
    static constexpr Slot<Dockerfile, kind::List<kind::Integer>> empty_continuations{6};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Comment>>> comments{7};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Stage>>> stages{8};
    static constexpr Slot<Dockerfile, kind::Reference<struct Stage>> final{9};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct GlobalArgument>>> global_arguments{10};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Instruction>>> instructions{11};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Run>>> runs{12};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Command>>> commands{13};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Copy>>> copies{14};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Variable>>> variables{15};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct LabelEntry>>> labels{16};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct Expose>>> exposes{17};
    static constexpr Slot<Dockerfile, kind::List<kind::Embedded<struct ShellFinding>>> lint{18};
    static constexpr Slot<Dockerfile, kind::Embedded<struct IgnoreFile>> ignore{19};
    static constexpr Slot<Dockerfile, kind::List<kind::Text>> context{22};
};

struct Image {
    static constexpr Slot<Image, kind::Text> digest{0};
    static constexpr Slot<Image, kind::Text> id{1};
    static constexpr Slot<Image, kind::Embedded<struct ImageReference>> reference{2};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct ImageReference>>> references{10};
    static constexpr Slot<Image, kind::Text> purl{11};
    static constexpr Slot<Image, kind::Embedded<struct Platform>> platform{12};
    static constexpr Slot<Image, kind::Time> created{16};
    static constexpr Slot<Image, kind::Text> author{17};
    static constexpr Slot<Image, kind::Embedded<struct ImageConfig>> config{18};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct HistoryStep>>> history{86};
    static constexpr Slot<Image, kind::Embedded<struct Manifest>> manifest{87};
    static constexpr Slot<Image, kind::Embedded<struct ImageIndex>> index{95};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct Layer>>> layers{98};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct File>>> files{99};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct Account>>> users{100};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct AccountGroup>>> groups{101};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct Sighting>>> installed{102};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct PackageDatabase>>> databases{103};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct PackageRepository>>> package_sources{104};
    static constexpr Slot<Image, kind::Embedded<struct OperatingSystem>> os{105};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct Base>>> lineage{114};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct SecretMatch>>> secrets{115};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct MalwareMatch>>> malware{116};
    static constexpr Slot<Image, kind::List<kind::Embedded<struct TagEvent>>> tag_history{117};
};

struct RuntimeRun {
    static constexpr Slot<RuntimeRun, kind::List<kind::Embedded<struct Pod>>> pods{0};
    static constexpr Slot<RuntimeRun, kind::List<kind::Embedded<struct Project>>> projects{1};
    static constexpr Slot<RuntimeRun, kind::List<kind::Embedded<struct ConfigObject>>> objects{2};
};

struct Runtime {
    static constexpr Slot<Runtime, kind::List<kind::Embedded<struct Container>>> containers{0};
};

struct Attestations {
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct Signature>>> signatures{0};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct Statement>>> statements{1};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct Provenance>>> provenance{2};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct TestOutcome>>> tests{3};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct Summary>>> summaries{4};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct SourceAttestation>>> source{5};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct SourceImage>>> source_images{6};
    static constexpr Slot<Attestations, kind::List<kind::Embedded<struct Reproduction>>> reproductions{7};
};

struct Host {
    static constexpr Slot<Host, kind::Embedded<struct Daemon>> daemon{0};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct Component>>> versions{28};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HostFile>>> files{29};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct AuditRule>>> audit{30};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HostGroup>>> groups{31};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HostMount>>> mounts{32};
    static constexpr Slot<Host, kind::Embedded<struct Swarm>> swarm{33};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HostImage>>> images{43};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HostContainer>>> containers{44};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct HardeningCheck>>> hardening{45};
    static constexpr Slot<Host, kind::List<kind::Embedded<struct EnvVariable>>> env{46};
};

struct RunRoot {
    static constexpr Slot<RunRoot, kind::Time> now{0};
    static constexpr Slot<RunRoot, kind::Text> environment{1};
    static constexpr Slot<RunRoot, kind::Embedded<struct Trust>> trust{2};
    static constexpr Slot<RunRoot, kind::Embedded<struct Feeds>> feeds{8};
    static constexpr Slot<RunRoot, kind::Embedded<struct RuntimeRun>> runtime{33};
    static constexpr Slot<RunRoot, kind::Embedded<struct Host>> host{37};
};

struct SubjectRoot {
    static constexpr Slot<SubjectRoot, kind::Text> subject_name{0};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Package>>> packages{1};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Vulnerability>>> vulnerabilities{2};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Sbom>>> sboms{3};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Scan>>> scans{4};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct VexStatement>>> vex{5};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Reference>>> references{6};
    static constexpr Slot<SubjectRoot, kind::List<kind::Embedded<struct Evidence>>> evidence{7};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct PreviousRelease>> previous_release{8};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct SourceTree>> source{90};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct Dockerfile>> dockerfile{94};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct Image>> image{118};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct Runtime>> runtime{237};
    static constexpr Slot<SubjectRoot, kind::Embedded<struct Attestations>> attestations{239};
};

// The parts, by path.
namespace part {
inline constexpr std::string_view now = "now";
inline constexpr std::string_view trust = "trust";
inline constexpr std::string_view feeds = "feeds";
inline constexpr std::string_view feeds_epss = "feeds.epss";
inline constexpr std::string_view feeds_known_exploited = "feeds.known_exploited";
inline constexpr std::string_view feeds_fix_dates = "feeds.fix_dates";
inline constexpr std::string_view feeds_end_of_life = "feeds.end_of_life";
inline constexpr std::string_view feeds_registry = "feeds.registry";
inline constexpr std::string_view feeds_tags = "feeds.tags";
inline constexpr std::string_view packages = "packages";
inline constexpr std::string_view vulnerabilities = "vulnerabilities";
inline constexpr std::string_view sboms = "sboms";
inline constexpr std::string_view scans = "scans";
inline constexpr std::string_view vex = "vex";
inline constexpr std::string_view previous_release = "previous_release";
inline constexpr std::string_view source = "source";
inline constexpr std::string_view dockerfile = "dockerfile";
inline constexpr std::string_view dockerfile_lint = "dockerfile.lint";
inline constexpr std::string_view dockerfile_ignore = "dockerfile.ignore";
inline constexpr std::string_view dockerfile_context = "dockerfile.context";
inline constexpr std::string_view image = "image";
inline constexpr std::string_view image_config = "image.config";
inline constexpr std::string_view image_history = "image.history";
inline constexpr std::string_view image_manifest = "image.manifest";
inline constexpr std::string_view image_index = "image.index";
inline constexpr std::string_view image_layers = "image.layers";
inline constexpr std::string_view image_files = "image.files";
inline constexpr std::string_view image_users = "image.users";
inline constexpr std::string_view image_groups = "image.groups";
inline constexpr std::string_view image_installed = "image.installed";
inline constexpr std::string_view image_databases = "image.databases";
inline constexpr std::string_view image_package_sources = "image.package_sources";
inline constexpr std::string_view image_os = "image.os";
inline constexpr std::string_view image_lineage = "image.lineage";
inline constexpr std::string_view image_secrets = "image.secrets";
inline constexpr std::string_view image_malware = "image.malware";
inline constexpr std::string_view runtime = "runtime";
inline constexpr std::string_view runtime_containers = "runtime.containers";
inline constexpr std::string_view runtime_pods = "runtime.pods";
inline constexpr std::string_view runtime_projects = "runtime.projects";
inline constexpr std::string_view runtime_objects = "runtime.objects";
inline constexpr std::string_view attestations = "attestations";
inline constexpr std::string_view attestations_signatures = "attestations.signatures";
inline constexpr std::string_view attestations_statements = "attestations.statements";
inline constexpr std::string_view attestations_provenance = "attestations.provenance";
inline constexpr std::string_view attestations_tests = "attestations.tests";
inline constexpr std::string_view attestations_summaries = "attestations.summaries";
inline constexpr std::string_view attestations_source = "attestations.source";
inline constexpr std::string_view attestations_source_images = "attestations.source_images";
inline constexpr std::string_view attestations_reproductions = "attestations.reproductions";
inline constexpr std::string_view host = "host";
inline constexpr std::string_view host_daemon = "host.daemon";
inline constexpr std::string_view host_versions = "host.versions";
inline constexpr std::string_view host_files = "host.files";
inline constexpr std::string_view host_audit = "host.audit";
inline constexpr std::string_view host_groups = "host.groups";
inline constexpr std::string_view host_mounts = "host.mounts";
inline constexpr std::string_view host_swarm = "host.swarm";
inline constexpr std::string_view host_images = "host.images";
inline constexpr std::string_view host_containers = "host.containers";
inline constexpr std::string_view host_hardening = "host.hardening";
inline constexpr std::string_view host_env = "host.env";
}  // namespace part

}  // namespace scantling::model
