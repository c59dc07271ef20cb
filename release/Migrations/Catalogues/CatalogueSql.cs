namespace ReleaseInfra.Cli.Migrations.Catalogues;

/// <summary>What PostgreSQL's catalogues are asked, in words that versions 13 to 18 understand.</summary>
internal static class CatalogueSql
{
    /// <summary>Of a schema's alias n: what is the database's own, and neither PostgreSQL's nor a session's.</summary>
    public const string OwnSchema = """
        n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        """;

    public const string Relations = $"""
        SELECT c.oid::bigint, {Name}, CASE WHEN c.relispartition THEN 'partition' ELSE c.relkind::text END,
               CASE WHEN c.relkind = 'v' THEN pg_relation_is_updatable(c.oid, true) & 28 = 28 ELSE c.relkind IN ('r', 'p') END,
               c.relrowsecurity
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND {NoExtensionOwns}
        ORDER BY 2
        """;

    public const string Columns = $"""
        SELECT c.oid::bigint, a.attnum::int, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               pg_get_expr(d.adbin, d.adrelid), a.attidentity::text, a.attgenerated::text
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE {OwnSchema} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        ORDER BY c.oid, a.attnum
        """;

    public const string Constraints = $"""
        SELECT o.oid::bigint, {Name}, o.conname::text, o.contype::text, o.convalidated, pg_get_constraintdef(o.oid),
               ARRAY(SELECT a.attname::text FROM unnest(o.conkey) WITH ORDINALITY k (number, place)
                     JOIN pg_attribute a ON a.attrelid = o.conrelid AND a.attnum = k.number ORDER BY k.place),
               (SELECT CASE WHEN m.nspname = 'public' THEN f.relname::text ELSE m.nspname || '.' || f.relname END
                FROM pg_class f JOIN pg_namespace m ON m.oid = f.relnamespace WHERE f.oid = o.confrelid)
        FROM pg_constraint o
        JOIN pg_class c ON c.oid = o.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema} AND o.contype IN ('c', 'f', 'p', 'u', 'x') AND o.conparentid = 0 AND NOT c.relispartition AND {NoExtensionOwns}
        ORDER BY 2, 3
        """;

    public const string Indexes = $"""
        SELECT i.indexrelid::bigint, {Name}, x.relname::text, i.indisunique,
               EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x')),
               i.indisvalid, pg_get_indexdef(i.indexrelid)
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema} AND NOT c.relispartition AND {NoExtensionOwns}
        ORDER BY 2, 3
        """;

    public const string Enums = """
        SELECT CASE WHEN n.nspname = 'public' THEN t.typname::text ELSE n.nspname || '.' || t.typname END,
               ARRAY(SELECT e.oid::bigint FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder),
               ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'e' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        ORDER BY 1
        """;

    public const string Domains = """
        SELECT CASE WHEN n.nspname = 'public' THEN t.typname::text ELSE n.nspname || '.' || t.typname END,
               format_type(t.typbasetype, t.typtypmod),
               ARRAY(SELECT pg_get_constraintdef(o.oid) FROM pg_constraint o WHERE o.contypid = t.oid AND o.contype = 'c' ORDER BY 1)
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typtype = 'd' AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        ORDER BY 1
        """;

    // What returns a trigger is called by PostgreSQL and never by an application.
    public const string Routines = """
        SELECT CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
               coalesce(pg_get_function_result(p.oid), '')
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%' AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
        ORDER BY 1
        """;

    // Those of serial and identity columns come and go with their columns.
    public const string Sequences = $"""
        SELECT {Name}
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema} AND c.relkind = 'S'
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i', 'e')
                          AND (d.refobjsubid > 0 OR d.deptype = 'e'))
        ORDER BY 1
        """;

    public const string Triggers = $"""
        SELECT {Name}, g.tgname::text, pg_get_triggerdef(g.oid), g.tgenabled <> 'D'
        FROM pg_trigger g
        JOIN pg_class c ON c.oid = g.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema} AND NOT g.tgisinternal
        ORDER BY 1, 2
        """;

    public const string Policies = $"""
        SELECT {Name}, p.polname::text,
               concat_ws(' ', p.polcmd::text, CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, p.polroles::regrole[]::text,
                         pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE {OwnSchema}
        ORDER BY 1, 2
        """;

    /// <summary>Of a relation c in a schema n.</summary>
    public const string Name = "CASE WHEN n.nspname = 'public' THEN c.relname::text ELSE n.nspname || '.' || c.relname END";

    public const string NoExtensionOwns =
        "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')";
}
