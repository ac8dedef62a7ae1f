using System.Reflection;
using System.Runtime.Loader;

namespace SpLg.Tests.Core;

/// <summary>A worker serves several requests from its first second on: what is made once may be asked for at once.</summary>
public sealed class FirstUseTests
{
    private const int Tries = 25;

    [Fact]
    public void Two_threads_that_ask_for_the_sections_and_their_names_first_do_not_wait_for_one_another()
    {
        for (var i = 0; i < Tries; i++)
        {
            var core = new Fresh(typeof(ReviewSections).Assembly.Location);
            using var start = new Barrier(2);
            var (one, other) = (Ask(core, typeof(ReviewSections), start), Ask(core, typeof(StandingTexts), start));

            Assert.True(one.Join(TimeSpan.FromSeconds(30)) && other.Join(TimeSpan.FromSeconds(30)));
        }
    }

    private static Thread Ask(Fresh core, Type type, Barrier start)
    {
        var fields = core
            .Core.GetType(type.FullName!)!
            .GetProperty("Fields", BindingFlags.Public | BindingFlags.Static)!;
        var thread = new Thread(() =>
        {
            start.SignalAndWait();
            fields.GetValue(null);
        })
        {
            // One that waits for ever must not hold the tests.
            IsBackground = true,
        };
        thread.Start();
        return thread;
    }

    /// <summary>The program's Core as a process has it that has just begun.</summary>
    private sealed class Fresh : AssemblyLoadContext
    {
        public Fresh(string path) => Core = LoadFromAssemblyPath(path);

        public Assembly Core { get; }

        /// <summary>What Core needs besides is shared.</summary>
        protected override Assembly? Load(AssemblyName assemblyName) => null;
    }
}
