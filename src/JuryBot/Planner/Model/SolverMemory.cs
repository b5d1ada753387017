using System.Runtime.InteropServices;

namespace JuryBot.Planner.Model;

/// <summary>Gives back to the system what the solver has freed: glibc keeps it otherwise, a GB and more after a few plans (malloc_trim(3)).</summary>
internal static class SolverMemory
{
    public static void Return()
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = Trim(0);
            }
            catch (Exception other) when (other is DllNotFoundException or EntryPointNotFoundException)
            {
                // Another C library than glibc: its own affair.
            }
        }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint pad);
}
