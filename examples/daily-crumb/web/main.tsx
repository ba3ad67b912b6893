import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './App';
import { CartProvider } from './cart/cart-context';
import { ConsentProvider } from './consent/consent-context';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <BrowserRouter>
      <ConsentProvider>
        <CartProvider>
          <App />
        </CartProvider>
      </ConsentProvider>
    </BrowserRouter>
  </StrictMode>,
);
