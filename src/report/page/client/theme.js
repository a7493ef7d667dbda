const THEME_KEY = 'load-test-gate-theme'

/** The current theme: the chosen one, or the system's preference. */
export function currentTheme() {
  const chosen = document.documentElement.dataset.theme
  if (chosen) return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Sets up the switch; `onChange` redraws what does not follow style sheets. */
export function setUpTheme(onChange) {
  const button = document.getElementById('theme')
  const show = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme
    button.textContent = currentTheme() === 'dark' ? 'Light theme' : 'Dark theme'
  }
  show(rememberedTheme())
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark'
    show(theme)
    rememberTheme(theme)
    onChange()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    show()
    onChange()
  })
}

// A page from `file:` or in a sandbox may have no storage: the switch still works.
function rememberedTheme() {
  try {
    const theme = localStorage.getItem(THEME_KEY)
    return theme === 'dark' || theme === 'light' ? theme : undefined
  } catch {
    return undefined
  }
}

function rememberTheme(theme) {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Then the theme is not remembered.
  }
}
